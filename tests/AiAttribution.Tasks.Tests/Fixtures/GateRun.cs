using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks.Tests.Fixtures;

/// <summary>What a build does for the gate of a project: it collects, then verifies.</summary>
internal static class GateRun
{
    /// <summary>Runs both tasks for a project of one file.</summary>
    /// <param name="engine">Takes what they log.</param>
    /// <param name="root">Root of the repository.</param>
    /// <param name="verify">The build's <c>AiAttributionVerify</c>.</param>
    /// <param name="today">The day of the build.</param>
    /// <param name="range">The build's <c>AiAttributionRange</c>.</param>
    /// <param name="name">Name of project and file.</param>
    public static void Verify(RecordingEngine engine, string root, string verify, DateOnly? today = null, string range = "", string name = "A")
    {
        string obj = Path.Combine(root, "obj", name);
        new CollectAttribution
        {
            BuildEngine = engine,
            RepositoryRoot = root,
            ProjectFile = Path.Combine(root, $"{name}.csproj"),
            CompileItems = [new TaskItem(Path.Combine(root, $"{name}.cs"))],
            SnapshotFile = Path.Combine(obj, "snapshot"),
            JsonFile = Path.Combine(obj, "report.json"),
            WatchFile = Path.Combine(obj, "watch"),
            Verify = verify,
            Range = range,
            Today = today ?? new DateOnly(2026, 6, 1),
        }.Execute();
        new VerifyAttribution
        {
            BuildEngine = engine,
            ProjectFile = Path.Combine(root, $"{name}.csproj"),
            RepositoryRoot = root,
            JsonFile = Path.Combine(obj, "report.json"),
            Verify = verify,
        }.Execute();
    }
}
