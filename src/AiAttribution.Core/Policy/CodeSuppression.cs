using System.Globalization;
using System.Text.RegularExpressions;

namespace AiAttribution.Core.Policy;

/// <summary>
/// A <c>[SuppressMessage]</c> in the code. The compiler honours it for AIA1xxx, whatever its justification says. It is a waiver of a policy rule only when the
/// justification names a team, a reason and a last day: <c>payments: is replaced in v4; until 2027-01-31</c>.
/// </summary>
/// <param name="Code">The code.</param>
/// <param name="Justification">Its justification; null when it has none.</param>
/// <param name="Path">Path of the file it is written in, from the repository root.</param>
/// <param name="Line">Its line, 1-based.</param>
/// <param name="Lines">What it covers.</param>
internal sealed partial record CodeSuppression(string Code, string? Justification, string Path, int Line, IReadOnlyList<WaivedLines> Lines)
{
    /// <summary>The form of a justification that makes a waiver.</summary>
    public const string Form = "TEAM: reason; until YYYY-MM-DD";

    /// <summary>Whether the judged change itself brings it, so that it does not count.</summary>
    public bool IsNew { get; init; }

    /// <summary>The waiver that it is; null when its justification has not the form, or names a person.</summary>
    public Waiver? Waiver { get; } = Read(Code, Justification, Path, Line, Lines);

    /// <summary>Whether it covers a place.</summary>
    public bool Covers(string code, string? path, int line) => Code == code && Lines.Any(l => l.Contain(path, line));

    private static Waiver? Read(string code, string? justification, string path, int line, IReadOnlyList<WaivedLines> lines)
    {
        const int limit = 1000;
        if (justification is not { Length: < limit } || Justified().Match(justification) is not { Success: true } match || !Team.IsTeam(match.Groups["owner"].Value.Trim()))
            return null;
        return DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly expires)
            ? new Waiver(code, match.Groups["owner"].Value.Trim(), match.Groups["reason"].Value.Trim(), expires) { File = path, Line = line, Lines = lines }
            : null;
    }

    [GeneratedRegex(@"\A(?<owner>[^:;]+):(?<reason>.*\S.*);\s*until\s+(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})\s*\.?\s*\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Justified();
}
