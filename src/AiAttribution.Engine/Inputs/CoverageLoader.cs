using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Binding;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Reads coverage reports and test results from disk and unites them.</summary>
internal sealed class CoverageLoader(GitRepository repository, string commit, TrailTexts texts, List<BuildProblem> notes)
{
    /// <summary>Clocks differ, and some formats tell a time without its zone.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    private const long MostBytes = 256 << 20;

    /// <summary>Unites reports.</summary>
    /// <param name="paths">Coverage reports; files of results among them are taken as such.</param>
    /// <param name="results">Files of results; null to look for them beside the reports.</param>
    /// <param name="least">How surely a report must be bound.</param>
    public CoverageUnion Load(IReadOnlyList<string> paths, IReadOnlyList<string>? results, CoverageBinding least)
    {
        ReadFile[] files = [.. paths.Concat(results ?? ResultSearch.Beside(paths)).Distinct(StringComparer.Ordinal).Select(Read).OfType<ReadFile>().DistinctBy(f => f.Hash)];
        if (!files.Any(f => f.Content.Report is not null))
            return CoverageUnion.Empty;
        var runs = new TestRuns(files);
        CoverageReport[] reports = [.. files.Where(f => f.Content.Report is not null).Select(f => f.Content.Report! with { IsFailedRun = runs.IsFailed(f) })];
        return CoverageUnion.Unite(reports, texts.Resolver, texts.Measured, least);
    }

    private ReadFile? Read(string path)
    {
        string name = RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists || file.Length > MostBytes)
                return Skip(name, new InputProblem(0, 0, file.Exists ? $"it has more than {MostBytes >> 20} MiB" : "it does not exist"));
            ReadFile read = ReadFile.Of(path, File.ReadAllBytes(path), file.LastWriteTimeUtc);
            return (read.Content.Problem ?? Untrue(name, read)) is { } problem ? Skip(name, problem) : NotAfter(read, file.LastWriteTimeUtc);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Skip(name, new InputProblem(0, 0, "it cannot be read"));
        }
    }

    /// <summary>What the judged commit brings along, or what was not measured yet, shows nothing.</summary>
    private InputProblem? Untrue(string name, ReadFile read)
    {
        if (repository.FindEntry(commit, name) is { IsFile: true })
            return new InputProblem(0, 0, "git tracks it, so it was not measured here: git rm --cached it, and let the tests write it");
        DateTimeOffset? newest = new[] { read.Content.Report?.Time, read.Content.Run?.Start, read.Content.Run?.Finish }.Max();
        return newest > DateTimeOffset.UtcNow + Slack ? new InputProblem(0, 0, "it is dated after now") : null;
    }

    /// <summary>No report was measured after it was written.</summary>
    private static ReadFile NotAfter(ReadFile read, DateTimeOffset written) =>
        read.Content.Report is { } report && report.Time > written ? read with { Content = read.Content with { Report = report with { Time = written } } } : read;

    private ReadFile? Skip(string name, InputProblem problem)
    {
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"coverage report left out: {problem.Message}", null, name, problem.Line, problem.Column));
        return null;
    }
}
