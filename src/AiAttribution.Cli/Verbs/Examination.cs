using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Verbs.Lines;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Scanning;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Cli.Verbs;

/// <summary>Looks at everything that attribution and trails need.</summary>
internal static class Examination
{
    private const string CollectCoverage = "dotnet test --collect \"Code Coverage;Format=cobertura\"";

    public static IEnumerable<Finding> Of(CollectedRepository collection)
    {
        foreach (BuildProblem note in collection.Notes.Where(n => n.Diagnostic != BuildProblemKinds.Shallow))
            yield return new Finding(collection.History is null ? Health.Broken : Health.Missing, note.Diagnostic.Title, ProblemText.Of(note with { Remedy = null }), note.Remedy);
        if (collection.History is not { } history)
            yield break;
        ScanSummary summary = history.Scan.Summary;
        yield return new Finding(Health.Ok, "repository", $"HEAD is {history.Scan.Attribution.Commit[..12]}{(history.Repository.WorkingDirectory is null ? ", bare" : "")}");
        yield return new Finding(Health.Ok, "reader", history.Repository.ReaderName);
        yield return Policy(collection);
        yield return summary.IsShallow
            ? new Finding(Health.Missing, "history", $"cut off after {Count(summary.Commits, "commit")}; older lines are unknown", "git fetch --unshallow; in GitHub Actions fetch-depth: 0")
            : new Finding(Health.Ok, "history", $"{Count(summary.Commits, "commit")}, complete{Ignored(history)}");
        yield return Evidence(summary);
        if (summary.InPart > 0)
            yield return InPart(summary);
        yield return NoteFindings.OfLines(summary);
        yield return NoteFindings.OfSessions(history);
        foreach (SilenceSign sign in history.Silence)
            yield return NoteFindings.Of(sign);
        if (NoteFindings.OfOthers(summary) is { } others)
            yield return others;
        if (Filtered(history) is { } filtered)
            yield return filtered;
        if (history.Repository.WorkingDirectory is not null)
            yield return RecordFindings.Of(history.Repository);
        yield return Coverage(history);
        yield return Deployments(collection, history);
    }

    private static Finding? Filtered(CollectedHistory history)
    {
        bool MayDiffer(string path) => history.Scan.Options.Include.Matches(path) && history.WorkingTree.Filter(path) is not null;
        return history.Repository.WorkingDirectory is not null && FilteredFiles.Words(history, FileLines.Of(history, MayDiffer, onDisk: true)) is { } words
            ? new Finding(Health.Missing, "filters", words, "ai-attribution lines --rev HEAD")
            : null;
    }

    private static Finding Policy(CollectedRepository collection) => collection.PolicyFile is { } file
        ? new Finding(Health.Ok, "policy", $"{file} is right")
        : new Finding(Health.Ok, "policy", "no policy file, so the defaults hold ('ai-attribution init' writes one)");

    private static string Ignored(CollectedHistory history) =>
        history.Repository.ReadFile(history.Scan.Attribution.Commit, ".git-blame-ignore-revs", 1 << 20) is null ? "" : "; the commits in .git-blame-ignore-revs are passed over";

    private static Finding Evidence(ScanSummary summary)
    {
        if (summary.AiCommits + summary.WeakCommits == 0)
        {
            return new Finding(
                Health.Missing,
                "evidence",
                "no commit carries AI evidence, so no line is AI",
                $"if an AI took part: let agents sign their commits (Co-authored-by, Assisted-by), or list commits in {RevsFile.Path}");
        }

        IEnumerable<string> kinds = summary.Kinds.LargestFirst.Select(k => $"{k.Name} {Number(k.Count)}");
        string weak = summary.WeakCommits > 0 ? $" and {Number(summary.WeakCommits)} with weak evidence only" : "";
        return new Finding(Health.Ok, "evidence", $"{Count(summary.AiCommits, "AI commit")}{weak}: {string.Join(", ", kinds)}");
    }

    private static Finding InPart(ScanSummary summary)
    {
        int open = summary.InPart - summary.Resolved;
        string marked = $"{Count(summary.InPart, "commit is", "commits are")} AI in part";
        return open == 0
            ? new Finding(Health.Ok, "originals", $"{marked}; the commits that were squashed are here and were asked instead")
            : new Finding(Health.Missing, "originals", $"{marked}; of {Number(open)} the commits that were squashed are not here, so which lines are AI is not known", GitAiNoteWords.FetchOriginals);
    }

    private static Finding Coverage(CollectedHistory history)
    {
        if (history.Coverage.Reports == 0)
            return new Finding(Health.Missing, "tests", history.Repository.WorkingDirectory is null ? "there is no working tree, so no coverage report" : "no coverage report that measured code of this repository, so no member can be tested", CollectCoverage);
        int stale = history.Coverage.Files.Count(f => f.Value.Measurement == FileMeasurement.Stale);
        string found = $"{Count(history.Coverage.Reports, "coverage report")}, {Count(history.Coverage.Files.Count - stale, "file")} measured on the text of now, {Number(stale)} changed since";
        string unresolved = history.Coverage.Unresolved.Count > 0 ? $", {Count(history.Coverage.Unresolved.Count, "name")} not placed ({history.Coverage.Unresolved[0]} …)" : "";
        return stale > 0
            ? new Finding(Health.Missing, "tests", found + unresolved, CollectCoverage)
            : new Finding(Health.Ok, "tests", found + unresolved);
    }

    private static Finding Deployments(CollectedRepository collection, CollectedHistory history)
    {
        string patterns = string.Join(", ", collection.Policy.DeploymentTags.Select(t => t.Pattern));
        if (history.Deployments.Newest is { } newest)
            return new Finding(Health.Ok, "deployments", $"{Count(history.Deployments.LiveCount, "deployment")}, the newest {newest.Words}");
        if (history.Deployments.Missing.Count > 0)
            return new Finding(Health.Missing, "deployments", $"{Count(history.Deployments.Missing.Count, "deployment is", "deployments are")} recorded of commits that are not in this clone, so what is live is not known", "git fetch --all --tags");
        return new Finding(
            Health.Missing,
            "deployments",
            $"no tag is like {(patterns.Length > 0 ? patterns : "anything in deployment.tags")} and no record tells of one, so no deployment is known",
            "git fetch --tags, name your tags in deployment.tags of ai-attribution.json, or: ai-attribution deployments import FILE");
    }
}
