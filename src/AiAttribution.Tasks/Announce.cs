using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>Says to all nodes of a build that something will be done for several target frameworks together, or asks whether that was said.</summary>
[MSBuildMultiThreadableTask]
public sealed class Announce : Task
{
    /// <summary>What will be done, and for which project.</summary>
    [Required]
    public string What { get; set; } = "";

    /// <summary>True to ask, which announces nothing.</summary>
    public bool Asks { get; set; }

    /// <summary>Whether it was announced in this build, and the build goes on.</summary>
    [Output]
    public bool IsAnnounced { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (!Asks)
            new OncePerBuild((IBuildEngine4)BuildEngine).IsFirst(What);
        IsAnnounced = BuildClaim.IsHeld(What);
        return true;
    }
}
