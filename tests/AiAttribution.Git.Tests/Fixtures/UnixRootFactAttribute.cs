namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>A fact that only root can set up, as in a container: it gives a folder to another user.</summary>
public sealed class UnixRootFactAttribute : FactAttribute
{
    public UnixRootFactAttribute()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName != "root")
            Skip = "needs root, to give a folder to another user";
    }
}
