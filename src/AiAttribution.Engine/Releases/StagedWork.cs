using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Releases;

/// <summary>
/// Judges what the next commit would bring: the members of staged files that have lines of sessions which are not committed, by the rules about members and their
/// coverage. Rules about commits wait for the commit, and shares of a whole change for its pull request.
/// </summary>
/// <param name="collection">The repository, collected for what is staged.</param>
/// <param name="staged">What is staged.</param>
internal sealed class StagedWork(CollectedRepository collection, StagedFiles staged)
{
    private readonly CollectedHistory _history = collection.History!;

    /// <summary>The staged C# files that lines of sessions are recorded of.</summary>
    /// <param name="staged">What is staged.</param>
    /// <param name="record">The record; null without one.</param>
    public static IReadOnlyList<StagedFile> Recorded(StagedFiles staged, WorkingRecord? record) =>
        [.. staged.All.Where(file => file.Entry.IsFile && record?.Files.ContainsKey(file.Path) == true && file.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Members whose tests nobody knows, as far as they are AI-heavy with lines that are not committed.</summary>
    public static IEnumerable<MemberRecord> Untested(ReportModel report) =>
        report.Members.Where(m => m.Verdict is { IsAiHeavy: true, Test: not (TestTrail.Tested or TestTrail.Linked) } && m.Verdict.Sources.Any(s => s.IsNotCommitted));

    /// <summary>
    /// Whether the answer depends on lines that are committed: of a member that has some beside those that are not, where it could be AI-heavy with them, or of tests, of
    /// which a rule asks who wrote them.
    /// </summary>
    /// <param name="report">What was judged without history.</param>
    public static bool AsksHistory(ReportModel report)
    {
        VerdictPolicy[] least = LeftOutSearch.Least(report.Policy);
        return AsksTests(report) || report.Members.Any(member => IsOpen(member.Verdict.Tally, least));
    }

    private static bool IsOpen(MemberTally tally, VerdictPolicy[] least) =>
        tally.Ai + tally.Unknown < tally.Code && least.Any((tally with { Ai = tally.Code - tally.Unknown }).IsAiHeavy);

    /// <summary>Whether a rule asks who wrote the tests.</summary>
    /// <param name="report">What was judged.</param>
    public static bool AsksTests(ReportModel report) => report.Members.Count > 0 && report.Rules.Any(v => v.Rule.Require is TestsRequirement { Demand: TestsDemand.Independent });

    /// <summary>The report of what is staged: its members and what rules found.</summary>
    /// <param name="files">Files to judge.</param>
    /// <param name="finder">Finds members.</param>
    /// <param name="suppressionsOf">Full id of the commit that must have a suppression for it to count; null where all count.</param>
    /// <param name="cancel">Ends the work.</param>
    public ReportModel Judge(IReadOnlyList<StagedFile> files, IMemberFinder finder, string? suppressionsOf, CancellationToken cancel)
    {
        GitRepository repository = _history.Repository;
        string root = repository.WorkingDirectory!;
        var tests = new TestCode(staged.Paths(_history.Commit), path => staged.Text(_history.Commit, path, TestCode.MostBytes));
        var project = new ProjectInput("what is staged", root, [.. files.Select(file => Path.Combine(root, file.Path))])
        {
            IsTest = tests.Contains,
            Range = CommitRange.Staged(_history.Commit),
            SuppressionsOf = suppressionsOf,
        };
        var search = new MemberSearch(_history, finder, null, tellsUnsearched: false);
        FileMembers[] found = [.. ProjectFiles.Read(_history, project, cancel).Select(read => search.Find(read.File, read.Bytes))];
        CollectedRepository judge = collection with { Policy = collection.Policy with { Rules = [.. collection.Policy.Rules.Where(IsOfCode)] } };
        JudgedProject judged = new ProjectJudge(judge, _history).Judge(found, project, finder);
        return new ReportModel
        {
            Subject = project.Name,
            Commit = _history.Commit,
            Policy = judged.Policy,
            PolicyFile = collection.PolicyFile,
            PolicyDigest = collection.PolicyDigest,
            Today = collection.Today,
            ToolVersion = Product.Version,
            Members = judged.Members,
            Rules = judged.Rules,
            Suppressions = judged.Suppressions,
            Notes = judged.Notes,
        };
    }

    private static bool IsOfCode(PolicyRule rule) => rule.Require is MemberRequirement or CoverageRequirement;
}

/// <summary>Who judges what is staged: HEAD's policy decides, and one that is staged counts where it is stricter.</summary>
/// <param name="PolicyRevision">Full id of HEAD where its policy decides; null where another does.</param>
/// <param name="PolicyText">The policy that decides where HEAD has none; null for none.</param>
/// <param name="Stricter">The staged policy that counts besides; null for none.</param>
/// <param name="Note">Whose policy decides, one sentence with full stop.</param>
/// <param name="Changes">What is staged changes about the policy.</param>
internal sealed record StagedBase(string? PolicyRevision, byte[]? PolicyText, byte[]? Stricter, string Note, IReadOnlyList<GateChange> Changes)
{
    /// <summary>Finds who judges.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="head">Full id of HEAD.</param>
    /// <param name="staged">What is staged.</param>
    /// <param name="isGiven">Whether the caller names the policy file.</param>
    public static StagedBase Of(GitRepository repository, string head, StagedFiles staged, bool isGiven)
    {
        if (isGiven)
            return new StagedBase(null, null, null, "The policy that was given decides.", []);
        const string path = AttributionPolicy.FileName;
        bool isInHead = repository.FindEntry(head, path) is { Mode: not 0 };
        byte[]? now = staged.Find(path) is null ? null : staged.Text(head, path, PolicySource.MostBytes);
        if (staged.Find(path) is null)
            return new StagedBase(isInHead ? head : null, null, null, isInHead ? "The policy of HEAD decides." : "There is no policy.", []);
        string? before = repository.ReadFile(head, path, PolicySource.MostBytes) is { } bytes ? SourceFile.Text(bytes) : null;
        GateChange[] changes = [.. PolicyChanges.Of(before, now is null ? null : SourceFile.Text(now)).Select(change => new GateChange(GateChangeKind.Policy, path, 0, change))];
        return isInHead
            ? new StagedBase(head, null, now, "The policy of HEAD decides; what the staged one makes stricter counts, too.", changes)
            : new StagedBase(null, now, null, "HEAD has no policy, so the staged one decides.", changes);
    }
}
