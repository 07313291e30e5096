using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model;

/// <summary>Says of commits that are AI in part how many lines they have, and what can be done to know which of them are AI.</summary>
internal static class InPartWords
{
    /// <summary>What such lines are called in tables.</summary>
    public const string State = "AI in part: some of them, not known which";

    private const int CommitLength = 12;

    /// <summary>What the share of AI lines is, and what it could be: <c>AI 13.9 % to 37.3 %</c>; null when no line is AI in part.</summary>
    public static string? Share(LineTally lines) =>
        lines.InPart == 0 ? null : $"AI {Percent(lines.Ai, lines.Total)} to {Percent(lines.Ai + lines.InPart, lines.Total)}";

    /// <summary>One or two sentences; null when no commit is AI in part.</summary>
    public static string? Of(LineTally lines, ReportEvidence? evidence)
    {
        string found = evidence is { Resolved: > 0 } ? $"Of {Count(evidence.InPart, "commit")} that {(evidence.InPart == 1 ? "is" : "are")} AI in part, the originals of {Number(evidence.Resolved)} are in this clone and were asked instead." : "";
        if (lines.InPart == 0)
            return found.Length > 0 ? found : null;
        IReadOnlyList<NamedCount> commits = lines.InPartCommits.LargestFirst;
        string largest = $"{commits[0].Name[..Math.Min(CommitLength, commits[0].Name.Length)]} has {Number(commits[0].Count)} of them";
        return $"{Count(lines.InPart, "line")} of {Count(commits.Count, "commit")} {(lines.InPart == 1 ? "is" : "are")} AI in part, so the share is {Share(lines)}; {largest}. {found}".TrimEnd();
    }

    /// <summary>The command that may bring the originals; null when no line is AI in part.</summary>
    public static string? Remedy(LineTally lines) => lines.InPart > 0 ? GitAiNoteWords.FetchOriginals : null;
}
