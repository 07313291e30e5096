using System.Text;
using AiAttribution.Git.WorkingTree;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>
/// One finding is one warning in a build of several target frameworks: before they are built the first says in which files it will tell what it finds, and each of the others asks.
/// A framework that is built alone, or for a project that refers to it before, gets no answer and tells everything.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class TellOnce : Task
{
    private const int MostBytes = 1 << 24;

    /// <summary>Full path of the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Full path of the list, which the compiler of the others gets: a line of options and framework, then the files.</summary>
    [Required]
    public string ToldFile { get; set; } = "";

    /// <summary>Full paths of the files that the first framework compiles; none to ask. The metadata <c>Options</c> is its <see cref="Options"/>.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>What decides besides the files what is told, of the framework that asks.</summary>
    public string Options { get; set; } = "";

    /// <summary>The first framework, or the one that asks, which never leaves to another what it is to tell itself.</summary>
    [Required]
    public string Framework { get; set; } = "";

    /// <summary>True when the first framework is built in this build by the same options.</summary>
    [Output]
    public bool IsTold { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            if (Files.Length > 0)
                Announce();
            else
                IsTold = List() is { } list && IsOfAnother(list.Split('\n', 2)[0]) && BuildClaim.IsHeld(Announcement(list));
        }
        catch (Exception e)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", e);
        }

        return true;
    }

    private void Announce()
    {
        string list = string.Concat(Files.Select(file => file.ItemSpec).Prepend($"{Files[0].GetMetadata("Options")} {Framework}").Select(line => line + "\n"));
        OutputFile.WriteIfDifferent(ToldFile, list);
        new OncePerBuild((IBuildEngine4)BuildEngine).IsFirst(Announcement(list));
    }

    private bool IsOfAnother(string head) => head.StartsWith(Options + " ", StringComparison.Ordinal) && !head.EndsWith(" " + Framework, StringComparison.OrdinalIgnoreCase);

    private string? List() => new FileInfo(ToldFile) is { LinkTarget: null } && BoundedFile.ReadThere(ToldFile, MostBytes).Bytes is { Length: > 0 } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>With the list itself: one that an earlier build left is none of this build.</summary>
    private string Announcement(string list) => $"told of {ProjectFile}\n{list}";
}
