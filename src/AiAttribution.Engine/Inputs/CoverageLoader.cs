using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
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
    private const string Remedy = "dotnet test --collect \"Code Coverage;Format=cobertura\"; with coverlet.collector: dotnet test --collect \"XPlat Code Coverage\".";

    private const string BinaryRemedy = "dotnet test --collect \"Code Coverage;Format=cobertura\"; with Microsoft.Testing.Platform: --coverage --coverage-output-format cobertura.";

    /// <summary>Unites reports.</summary>
    /// <param name="paths">Coverage reports; files of results among them are taken as such.</param>
    /// <param name="results">Files of results; null to look for them beside the reports.</param>
    /// <param name="least">How surely a report must be bound.</param>
    public CoverageUnion Load(IReadOnlyList<string> paths, IReadOnlyList<string>? results, CoverageBinding least)
    {
        string? binary = paths.FirstOrDefault(CoverageSearch.IsBinary);
        paths = [.. paths.Where(path => !CoverageSearch.IsBinary(path))];
        ReadFile[] files = [.. paths.Concat(results ?? ResultSearch.Beside(paths)).Distinct(StringComparer.Ordinal).Select(Read).OfType<ReadFile>().DistinctBy(f => f.Hash)];
        if (!files.Any(f => f.Content.Report is not null))
        {
            if (binary is not null)
                notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, "coverage is in Microsoft's binary form, which only its tools read, so nothing is measured", BinaryRemedy, Name(binary)));
            return CoverageUnion.Empty;
        }

        var runs = new TestRuns(files);
        CoverageReport[] reports = [.. files.Where(f => f.Content.Report is not null).Select(f => f.Content.Report! with { IsFailedRun = runs.IsFailed(f) })];
        return CoverageUnion.Unite(reports, texts.Resolver, texts.Measured, least);
    }

    private ReadFile? Read(string path)
    {
        string name = Name(path);
        (byte[]? bytes, string? unread) = BoundedFile.Read(path, MostBytes);
        if (bytes is null)
            return Skip(name, new InputProblem(0, 0, unread!));
        DateTime written = File.GetLastWriteTimeUtc(path);
        ReadFile read = ReadFile.Of(path, bytes, written);
        if ((read.Content.Problem ?? Tracked(name)) is { } problem)
            return Skip(name, problem);
        if (read.Content.Report is not null && !Measures(read))
            return null;
        return Time(read) > DateTimeOffset.UtcNow + Slack ? Skip(name, new InputProblem(0, 0, "it is dated after now")) : NotAfter(read, written);
    }

    /// <summary>What the judged commit brings along shows nothing.</summary>
    private InputProblem? Tracked(string name) => repository.FindEntry(commit, name) is { IsFile: true }
        ? new InputProblem(0, 0, "git tracks it, so it was not measured here: git rm --cached it, and let the tests write it")
        : null;

    private static DateTimeOffset? Time(ReadFile read) => new[] { read.Content.Report?.Time, read.Content.Run?.Start, read.Content.Run?.Finish }.Max();

    /// <summary>No report was measured after it was written.</summary>
    private static ReadFile NotAfter(ReadFile read, DateTimeOffset written) =>
        read.Content.Report is { } report && report.Time > written ? read with { Content = read.Content with { Report = report with { Time = written } } } : read;

    /// <summary>A collector that found no symbols, or ran in another repository, writes a report all the same. It measured nothing here.</summary>
    private bool Measures(ReadFile file)
    {
        CoverageReport report = file.Content.Report!;
        MeasuredFile[] named = [.. report.Files.Where(f => f.Hits.Count > 0)];
        if (named.Any(f => texts.Resolver.Resolve(f.Name, report.Sources) is not null))
            return true;
        string what = named.Length == 0 ? "names no code" : $"names no file of this repository ({MeasuredName.Tail(named[0].Name)} …)";
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"coverage report {what}, so it measured nothing", Remedy, Name(file.Path)));
        return false;
    }

    private string Name(string path) => RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);

    private ReadFile? Skip(string name, InputProblem problem)
    {
        notes.Add(new BuildProblem(BuildProblemKinds.UnreadableTrail, $"coverage report left out: {problem.Message}", null, name, problem.Line, problem.Column));
        return null;
    }
}
