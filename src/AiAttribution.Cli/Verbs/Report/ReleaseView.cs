using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Engine.Releases;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary>A release compared with the one before, both read from git.</summary>
/// <param name="console">Takes notes and progress.</param>
/// <param name="options">What to collect at the later end.</param>
/// <param name="coverageBefore">Coverage of the earlier end; null for none.</param>
internal sealed class ReleaseView(ToolConsole console, CollectOptions options, IReadOnlyList<string>? coverageBefore)
{
    /// <summary>The report of the later end, with the comparison.</summary>
    /// <exception cref="ToolException">An end names no commit, or nothing could be attributed.</exception>
    public async Task<ReportModel> Read(string text)
    {
        ReleaseRange range = FindEnds(text);
        ReportModel before = await Before(range);
        var judge = new RangeJudge(console, options with { Revision = range.Range.End, OnDisk = false }, range.Range, range.Target);
        return await judge.Judge(p => p with { TellsSurvival = true, TellsOutcomes = true, TellsLeftOut = true }, (after, report) =>
        {
            GitRepository repository = after.History!.Repository;
            var delta = ReleaseDelta.Of(
                Point(repository, range.Before, range.BeforeCommit, before),
                Point(repository, range.After, range.Range.End, report),
                RangeCommits.Read(after, range.Range.Commits),
                after.History.Tokens);
            return report with { Delta = delta with { IsCut = range.Range.IsCut } };
        });
    }

    /// <summary>What is wrong with the range is said before anything is scanned.</summary>
    private ReleaseRange FindEnds(string text)
    {
        try
        {
            return ReleaseRange.Read(options, text);
        }
        catch (RepositoryException e)
        {
            throw new ToolException(Collecting.UnknownEnd(console, options, e) ?? Collecting.Damage(e) ?? $"{e.Message}: {e.Remedy}.");
        }
    }

    private async Task<ReportModel> Before(ReleaseRange range)
    {
        using CollectedRepository collection = await Collecting.Run(
            console,
            options with { Revision = range.BeforeCommit, OnDisk = false, Steering = range.Range.End, PolicyRevision = PolicyOfBase(range), Coverage = coverageBefore ?? [], TestResults = coverageBefore is null ? [] : null },
            tellsNotes: false);
        return await LongWork.Run(console, _ => WholeRepository.Collect(collection, options.Cancel).Report);
    }

    /// <summary>Both ends are told by one policy: that of the base, or where it has none that of the later end.</summary>
    private string? PolicyOfBase(ReleaseRange range)
    {
        using GitRepository repository = GitRepository.Open(options.StartDirectory);
        return RangeBase.Of(repository, options with { OnDisk = false }, range.Range, range.Target).PolicyRevision;
    }

    private static ReleasePoint Point(GitRepository repository, string name, string commit, ReportModel report) =>
        new(commit.StartsWith(name, StringComparison.Ordinal) ? commit[..12] : name, commit, repository.CommitTime(commit), report);
}
