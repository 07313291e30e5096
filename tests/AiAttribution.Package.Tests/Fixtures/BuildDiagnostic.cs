using System.Globalization;
using System.Text.RegularExpressions;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>One warning or error as the console shows it.</summary>
/// <param name="File">File name without folders.</param>
/// <param name="Line">Line; 0 when not given.</param>
/// <param name="Column">Column; 0 when not given.</param>
/// <param name="Level"><c>warning</c>, <c>error</c> or <c>message</c>.</param>
/// <param name="Code">Code such as <c>AIA1001</c>.</param>
/// <param name="Message">The text, without the project at its end.</param>
internal sealed partial record BuildDiagnostic(string File, int Line, int Column, string Level, string Code, string Message)
{
    /// <summary>Distinct diagnostics of a build's output, in order: the summary repeats them.</summary>
    public static IReadOnlyList<BuildDiagnostic> Parse(string output) =>
        [.. Pattern().Matches(output).Select(Read).Distinct()];

    private static BuildDiagnostic Read(Match match) => new(
        Path.GetFileName(match.Groups["file"].Value.Trim()),
        Number(match.Groups["line"]),
        Number(match.Groups["column"]),
        match.Groups["level"].Value,
        match.Groups["code"].Value,
        match.Groups["message"].Value.Trim());

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<file>[^\r\n]*?)(\((?<line>\d+),(?<column>\d+)[\d,]*\))? ?: (AiAttribution )?(?<level>warning|error|message) (?<code>[A-Z]+\d+): (?<message>.*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
