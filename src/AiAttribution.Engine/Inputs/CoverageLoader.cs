using AiAttribution.Core.Model;
using AiAttribution.Core.Tests.Binding;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Inputs;

/// <summary>Reads coverage reports and test results from disk and unites them.</summary>
internal sealed class CoverageLoader(GitRepository repository, TrailTexts texts, List<BuildProblem> notes)
{
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
        (byte[]? bytes, string? problem) = BoundedFile.Read(path, MostBytes);
        if (bytes is null)
            return Skip(name, new InputProblem(0, 0, problem!));
        ReadFile read = ReadFile.Of(path, bytes, File.GetLastWriteTimeUtc(path));
        return read.Content.Problem is { } wrong ? Skip(name, wrong) : read;
    }

    private ReadFile? Skip(string name, InputProblem problem)
    {
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"coverage report left out: {problem.Message}", null, name, problem.Line, problem.Column));
        return null;
    }
}
