using System.Globalization;
using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Hosting;

/// <summary>All C# files of a repository as one project.</summary>
internal static class WholeRepository
{
    /// <summary>The report, with what became of AI lines.</summary>
    public static ReportModel Report(CollectedRepository collection, CancellationToken cancel) => Collect(collection, cancel, p => p with { TellsSurvival = true, TellsOutcomes = true, TellsLeftOut = true }).Report;

    /// <summary>What is known of it.</summary>
    /// <param name="collection">The repository.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="asked">Says what is asked of the project; null for the default.</param>
    public static CollectedProject Collect(CollectedRepository collection, CancellationToken cancel, Func<ProjectInput, ProjectInput>? asked = null)
    {
        GitRepository repository = collection.History!.Repository;
        if (repository.WorkingDirectory is not { } root)
            throw new ToolException("this repository is bare, and a report needs the files on disk; clone it, or use 'ai-attribution lines --rev HEAD'.");
        string commit = collection.History.Scan.Attribution.Commit;
        IReadOnlyList<string> tracked = [.. repository.ListFiles(commit), .. collection.History.NewFiles];
        string[] sources = [.. tracked.Where(f => f.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];
        var tests = new TestCode(repository, commit, tracked);
        var plain = new ProjectInput(ReportModel.WholeRepository, root, [.. sources.Select(f => Path.Combine(root, f))])
        {
            IsTest = tests.Contains,
            // Whoever deletes a file takes it out of judgement; a sparse checkout only does not show it, and what is read from git is all there.
            Absent = repository.IsSparse && collection.History.Texts.AreOnDisk ? [.. sources.Where(f => !File.Exists(Path.Combine(root, f)))] : [],
        };
        ProjectInput project = asked?.Invoke(plain) ?? plain;
        var members = MemberStore.Open(collection, Compiler());
        CollectedProject judged = collection.Project(project with { Unread = project.TellsSurvival ? Unread(tracked, root) : [] }, members.Finder("", () => new RoslynMemberFinder()), cancel);
        members.Save();
        return judged;
    }

    /// <summary>Tells versions apart of what looks for members, and of the compiler that parses for it.</summary>
    private static string Compiler()
    {
        var compiler = new FileInfo(Path.Combine(AppContext.BaseDirectory, "Microsoft.CodeAnalysis.CSharp.dll"));
        return string.Create(CultureInfo.InvariantCulture, $"{typeof(WholeRepository).Module.ModuleVersionId}|{(compiler.Exists ? compiler.Length : 0)}|{(compiler.Exists ? compiler.LastWriteTimeUtc.Ticks : 0)}");
    }

    private static string[] Unread(IReadOnlyList<string> tracked, string root)
    {
        var patterns = PathFilter.Of(UnreadFiles.Patterns);
        return [.. tracked.Where(patterns.Matches).Select(f => Path.Combine(root, f))];
    }
}
