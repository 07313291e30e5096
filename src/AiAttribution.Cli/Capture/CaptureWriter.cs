using System.Globalization;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using AiAttribution.Git.Deployments;

namespace AiAttribution.Cli.Capture;

/// <summary>Tells a person what a capture found and did.</summary>
internal static class CaptureWriter
{
    private const int ShortId = 10;
    private const int ShortSession = 20;
    private const int MostRows = 200;

    public static void Write(TextWriter output, CaptureOutcome outcome, bool dryRun)
    {
        WriteSessions(output, outcome);
        WriteCopied(output, outcome.Copied, "record", SessionNote.OldRef, SessionNote.Ref, dryRun);
        WriteCopied(output, outcome.CopiedDeployments, "deployment", DeploymentNotes.OldReference, DeploymentNotes.Reference, dryRun);
        WriteReplaced(output, outcome, dryRun);
        WriteAllocations(output, outcome.Plan);
        WriteRests(output, outcome.Plan.Rests);
        string tokens = Tokens(outcome.Plan.Allocations.Values.SelectMany(a => a));
        if (outcome.Written.Count == 0)
            output.Write(outcome.Replaced.Count + outcome.Copied + outcome.CopiedDeployments == 0 ? "Nothing new to write.\n" : Sharing);
        else if (dryRun)
            output.Write($"Would write {tokens} tokens to {Figures.Count(outcome.Written.Count, "note")} in {SessionNote.Ref}; nothing is written. Counts, ids and times only: no prompt, no path, no person.\n");
        else
            output.Write($"Wrote {tokens} tokens to {Figures.Count(outcome.Written.Count, "note")} in {SessionNote.Ref}. Counts, ids and times only: no prompt, no path, no person.\n{Sharing}");
    }

    private const string Sharing =
        $"""
        To share them:    git push origin '{SessionNote.Refs}'
        To get others':   git fetch origin '+{SessionNote.Refs}:{SessionNote.Fetched}/*'
                          ai-attribution capture --merge {SessionNote.Fetched}

        """;

    private static void WriteSessions(TextWriter output, CaptureOutcome outcome)
    {
        int responses = outcome.Sessions.Sum(s => s.Responses.Count);
        string agents = string.Join(", ", outcome.Sessions.GroupBy(s => s.Agent).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {Figures.Number(g.Count())}"));
        string total = Number(outcome.Sessions.Sum(s => s.Usage.Total));
        output.Write($"{Figures.Count(outcome.Sessions.Count, "session")} of this repository{(agents.Length > 0 ? $" ({agents})" : "")}, {Figures.Count(responses, "response")}, {total} tokens; {Figures.Number(outcome.Noted)} responses are in notes already.\n");
    }

    private static void WriteCopied(TextWriter output, int number, string noun, string from, string to, bool dryRun)
    {
        if (number > 0)
            output.Write($"{(dryRun ? "Would copy" : "Copied")} {Figures.Count(number, noun)} from {from}, which other tools use too, to {to}; the old {(number == 1 ? "one stays" : "ones stay")}.\n");
    }

    private static void WriteReplaced(TextWriter output, CaptureOutcome outcome, bool dryRun)
    {
        foreach (IGrouping<string, string> commit in outcome.Replaced.GroupBy(pair => pair.New, pair => pair.Old))
            output.Write($"{commit.Key[..ShortId]} took the place of {string.Join(", ", commit.Take(MostRows).Select(old => old[..ShortId]))} (squash, rebase or pick){(dryRun ? " and would get" : " and has")} their records.\n");
    }

    private static void WriteAllocations(TextWriter output, LinkPlan plan)
    {
        (string Commit, Allocation Allocation)[] rows = [.. plan.Allocations.SelectMany(a => a.Value.Select(x => (a.Key, x))).OrderBy(r => r.x.From).ThenBy(r => r.Key, StringComparer.Ordinal)];
        if (rows.Length == 0)
            return;
        output.Write($"\n{"commit",-12}{"agent",-14}{"session",-22}{"linked by",-13}{"tokens",14}{"cost $",12}\n");
        foreach ((string commit, Allocation allocation) in rows.Take(MostRows))
        {
            string cost = allocation.CostComputed is { } usd ? usd.ToString("0.0000", CultureInfo.InvariantCulture) : "unknown";
            output.Write($"{commit[..ShortId],-12}{allocation.Agent,-14}{Short(allocation.Session),-22}{LinkMethodNames.Of(allocation.Method),-13}{Number(allocation.Usage.Total),14}{cost,12}\n");
        }

        output.Write(rows.Length > MostRows ? $"and {Figures.Number(rows.Length - MostRows)} more\n\n" : "\n");
    }

    private static void WriteRests(TextWriter output, IReadOnlyList<SessionRest> rests)
    {
        if (rests.Count == 0)
            return;
        output.Write($"Not linked: {Number(rests.Sum(r => r.Usage.Total))} tokens\n");
        foreach (SessionRest rest in rests.Take(MostRows))
            output.Write($"  {rest.Agent,-14}{Printable.Of(Short(NoteWords.SessionId(rest.Session))),-22}{Number(rest.Usage.Total),14}  {UnallocatedWords.Of(rest.Reason)}\n");
        output.Write('\n');
    }

    private static string Short(string session) => session.Length <= ShortSession ? session : session[..(ShortSession - 1)] + "…";

    private static string Tokens(IEnumerable<Allocation> allocations) => Number(allocations.Aggregate(default(TokenUsage), (sum, a) => sum + a.Usage).Total);

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
