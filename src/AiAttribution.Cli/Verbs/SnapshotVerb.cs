using System.CommandLine;
using System.Text;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Snapshot;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>snapshot</c>: what a build hands to the compiler and to editors, without building.</summary>
internal static class SnapshotVerb
{
    /// <summary>What the SDK defines in a debug build, as far as it is the same everywhere.</summary>
    private static readonly string[] Symbols = ["DEBUG", "TRACE"];

    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> since = Options.Since();
        Option<string?> policy = Options.Policy();
        var verb = new VerbCommand(
            "snapshot",
            "Write the snapshots that editors read, for all projects that refer to the package, without building: after a checkout, in a container. The next build writes its own.",
            "ai-attribution snapshot")
        {
            repo,
            since,
            policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                Since = parsed.GetValue(since),
                ReadsRecord = Pipeline.AsksRecord(console.Variable, null),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Cancel = cancel,
            };
            using CollectedRepository collection = await Collecting.Run(console, options);
            RepositoryProjects projects = RepositoryProjects.Of(collection.History!) ?? throw new ToolException("this repository is bare, and an editor has no files of it; clone it.");
            IReadOnlyList<RepositoryProject> all = [.. projects.All.Where(project => project.HasPackage)];
            if (all.Count == 0)
                console.Error.WriteLine("ai-attribution: no project refers to the package AiAttribution, so no editor would read a snapshot; add it first.");
            bool written = true;
            foreach (RepositoryProject project in all)
                written &= Write(console, projects.Root, project, await LongWork.Run(console, _ => Judge(collection, project, cancel)));
            return written ? ExitCode.Pass : ExitCode.CannotTell;
        });
        return verb;
    }

    private static CollectedProject Judge(CollectedRepository collection, RepositoryProject project, CancellationToken cancel) =>
        collection.Project(new ProjectInput(project.Name, project.Directory, project.Files) { IsTest = _ => project.IsTest }, new RoslynMemberFinder(Symbols), cancel);

    /// <summary>Whether all could be written; a folder that cannot costs its own snapshot.</summary>
    private static bool Write(ToolConsole console, string root, RepositoryProject project, CollectedProject judged)
    {
        bool written = true;
        string[] places = SnapshotPlaces.Of(root, project);
        if (places.Length == 0)
            console.Error.WriteLine($"ai-attribution: {project.Path}: where its build looks is not known, because its target framework or its folders are computed; open it in an editor or build it once, then run this again.");
        byte[] text = Encoding.UTF8.GetBytes(SnapshotWriter.Write(judged.Snapshot));
        foreach (string place in places)
        {
            string told = Path.GetRelativePath(root, place).Replace('\\', '/');
            try
            {
                console.Out.WriteLine($"{(Replace(place, text) ? "written  " : "as it was")}  {told}");
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                console.Error.WriteLine($"ai-attribution: {told} was not written: the folder cannot be, or a link in it leads out of the repository.");
                written = false;
            }
        }

        return written;
    }

    /// <summary>Whether the file had another text.</summary>
    private static bool Replace(string place, byte[] text)
    {
        string inside = SafeFile.Place(place);
        if (File.Exists(inside) && BoundedFile.ReadThere(inside, text.Length).Bytes is { } present && text.AsSpan().SequenceEqual(present))
            return false;
        SafeFile.Replace(inside, text);
        // The next build has to write its own, which knows more of the project.
        File.Delete(Path.Combine(Path.GetDirectoryName(inside)!, "AiAttribution.stamp"));
        return true;
    }
}
