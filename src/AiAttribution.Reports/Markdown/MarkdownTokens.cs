using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Model.TokenWords;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on tokens and cost.</summary>
internal static class MarkdownTokens
{
    private const int MostMembers = 10;

    public static void Append(StringBuilder text, ReportModel report)
    {
        if (report.Tokens is not { } tokens)
            return;
        text.Append("## Tokens and cost\n\n");
        text.Append($"{CostWords.Answer(tokens)} {Count(tokens.Sessions, "session")} of agents took part in {Count(tokens.Commits, "commit")} of this history.\n\n");
        text.Head("of these", "tokens:", "cost:");
        if (!report.IsWhole)
            text.Row($"borne by AI lines of {Code(report.Subject)}", Number(tokens.Subject), Cost(tokens.Subject));
        text.Row("borne by AI lines of the repository", Number(tokens.OnLines), Cost(tokens.OnLines));
        text.Row("not surviving", Number(tokens.NotSurviving), Cost(tokens.NotSurviving));
        text.Append('\n');
        AppendModels(text, tokens);
        if (tokens.Hidden is { } hidden)
            text.Append($"{hidden}\n\n");
        AppendMembers(text, report);
        AppendSources(text, tokens);
        text.Append($"Not linked: {Number(tokens.AiCommitsWithout)} of {Count(tokens.AiCommits, "commit")} that AI lines come from have no session record; recorded only for commits outside this history: {Count(tokens.SessionsElsewhere, "session")}, {Number(tokens.Elsewhere)} tokens; recorded in git for no commit: {Unlinked(tokens)}.\n\n");
        text.Append($"{TokenLedger.Rule} The records are the agents' own counts, written by whoever may push them. Computed and reported cost tell of the same tokens and are never summed.\n\n");
    }

    private static void AppendModels(StringBuilder text, ReportTokens tokens)
    {
        if (tokens.Rows.Count == 0)
            return;
        text.Head("agent", "model", "counts are", "input:", "output:", "cache read:", "cache write:", "cost:");
        foreach (ReportTokenRow row in tokens.Rows)
        {
            text.Row(
                row.Name is null ? CostGroupName.Others : Code(row.Name.Agent),
                row.Name is null ? "" : row.Name.Model is { } model ? Code(model) : "not stated",
                row.Name is null ? "" : ExactnessNames.Of(row.Name.Exactness),
                Number(row.Spending.Usage.Input),
                Number(row.Spending.Usage.Output),
                Number(row.Spending.Usage.CacheRead),
                Number(row.Spending.Usage.CacheWrite),
                Cost(row.Spending));
        }

        text.Append('\n');
    }

    private static void AppendSources(StringBuilder text, ReportTokens tokens)
    {
        if (tokens.LeftOut.Count == 0 && tokens.Sources.All(s => s.Source == RecordSource.Note))
            return;
        text.Head("recorded in", "sessions:", "tokens:", "cost:");
        foreach (ReportTokenSource source in tokens.Sources)
            text.Row(RecordSourceNames.Of(source.Source), Figures.Number(source.Sessions), Number(source.Spending), Cost(source.Spending));
        text.Append('\n');
        foreach (SourceOverlap overlap in tokens.LeftOut)
            text.Append($"{Count(overlap.Sessions, "session")} counted from {RecordSourceNames.Of(overlap.Counted)}, and not again from {RecordSourceNames.Of(overlap.LeftOut)}.\n");
        text.Append($"{(tokens.LeftOut.Count > 0 ? "\n" : "")}{TokenLedger.SourceRule}\n\n");
    }

    private static void AppendMembers(StringBuilder text, ReportModel report)
    {
        MemberRecord[] members = [.. report.Members.Where(m => m.Tokens?.Usage.Total > 0).OrderByDescending(m => m.Tokens!.Value.Usage.Total).Take(MostMembers)];
        if (members.Length == 0)
            return;
        text.Head("member", "place", "tokens:", "cost:");
        foreach (MemberRecord member in members)
            text.Row(Code(member.Name), Code($"{member.Path}:{member.Line}"), Number(member.Tokens!.Value), Cost(member.Tokens.Value));
        text.Append('\n');
    }
}
