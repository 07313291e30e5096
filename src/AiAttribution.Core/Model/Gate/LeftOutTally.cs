using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Model.Gate;

/// <summary>AI lines that no rule about members judges, so that a way around the rules is seen.</summary>
/// <param name="Total">AI lines that were looked at.</param>
/// <param name="Lines">Those left out, by reason, in the order of reasons.</param>
internal sealed record LeftOutTally(int Total, IReadOnlyList<(LeftOut Reason, int Lines)> Lines)
{
    /// <summary>The tally for people, one sentence with full stop; null when nothing was left out.</summary>
    public string? Sentence => Lines.Count == 0 ? null
        : $"No rule about members judges {Lines.Sum(l => l.Lines)} of {Total} AI lines: {string.Join(", ", Lines.Select(l => $"{l.Lines} {LeftOutWords.Reasons.Of(l.Reason)}"))}.";

    /// <summary>The tally of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="range">Only lines of these commits; null for all.</param>
    public static LeftOutTally Of(IEnumerable<FileSubject> files, IReadOnlySet<string>? range)
    {
        LeftOut[] lines = [.. files.SelectMany(f => f.Reasons(l => range is null || range.Contains(l.Commit)))];
        return new LeftOutTally(lines.Length, [.. lines.Where(l => l != LeftOut.No).GroupBy(l => l).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))]);
    }
}
