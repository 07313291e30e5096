using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Scanning;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Cli.Verbs;

/// <summary>Notes are the one part of git's evidence that a clone does not bring by itself.</summary>
internal static class NoteFindings
{
    private const string Topic = "session notes";

    /// <summary>Notes of git-ai, which name lines.</summary>
    public static Finding OfLines(ScanSummary summary)
    {
        ReportEvidence evidence = EvidenceSummary.Of(summary, _ => null);
        if (GitAiNoteWords.Of(evidence) is not { } words)
            return new Finding(Health.Ok, "git-ai notes", "none here (if your agents write them: git fetch origin refs/notes/ai:refs/notes/ai)");
        return new Finding(evidence.UnreachableNotes > 0 ? Health.Missing : Health.Ok, "git-ai notes", words, GitAiNoteWords.Remedy(evidence));
    }

    /// <summary>A sign of silence; one that can be mended names the command.</summary>
    public static Finding Of(SilenceSign sign) => sign.Kind == SilenceKind.Capture
        ? new Finding(Health.Missing, "capture", sign.Words, "ai-attribution capture, and ai-attribution init --hooks, on the machines where the agents run")
        : new Finding(Health.Ok, "silence", sign.Words);

    /// <summary>Notes of tools that are not known: told once; null without one.</summary>
    public static Finding? OfOthers(ScanSummary summary) => summary.Foreign is { } foreign ? new Finding(Health.Ok, "other notes", foreign.Words) : null;

    /// <summary>Records of sessions, which tell what commits used.</summary>
    public static Finding OfSessions(CollectedHistory history)
    {
        int noted = history.Tokens.Commits.Count;
        string[] ai = [.. history.Scan.Attribution.Sources.Where(source => source.Evidence.Count > 0).Select(source => source.Commit).Distinct(StringComparer.Ordinal)];
        int missing = ai.Count(commit => history.Tokens.Of(commit) is null);
        string fetch = history.Repository.Remotes.FirstOrDefault() is { } remote
            ? $"git fetch {remote} '{SessionNote.Refs}:{SessionNote.Refs}', or on the machine where the agents ran: ai-attribution capture"
            : "ai-attribution capture, on the machine where the agents ran";
        if (noted > 0 && missing == 0)
            return new Finding(Health.Ok, Topic, $"{Count(noted, "commit")} with session records, all AI commits among them");
        if (noted > 0)
            return new Finding(Health.Missing, Topic, $"{Count(noted, "commit")} with session records; {Number(missing)} of {Count(ai.Length, "AI commit")} have none, so their tokens are unknown", fetch);
        return ai.Length == 0
            ? new Finding(Health.Ok, Topic, "none, and no line is AI")
            : new Finding(Health.Missing, Topic, $"no {SessionNote.Ref} here, so no tokens are known", fetch);
    }
}
