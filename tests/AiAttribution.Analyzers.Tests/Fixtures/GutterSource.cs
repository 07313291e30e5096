using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Testing.Roslyn;

namespace AiAttribution.Analyzers.Tests.Fixtures;

/// <summary>
/// Source with a gutter: the first column is the line's source (<c>0</c>–<c>9</c>, <c>u</c> unknown, blank other), the second its
/// coverage (<c>+</c> executed, <c>-</c> not executed, <c>l</c> linked, <c>p</c> partly, <c>f</c> in a failed run, <c>n</c> in a member that no test refers to, <c>?</c> unknown, blank not executable), the third is <c>|</c>.
/// </summary>
internal sealed class GutterSource
{
    private const int Gutter = 3;

    private GutterSource(string source, AttributedLine[] lines, LineCoverage[] coverage)
    {
        Source = source;
        Lines = lines;
        Coverage = coverage;
    }

    /// <summary>The source without gutter, still with marks of expected diagnostics.</summary>
    public string Source { get; }

    private AttributedLine[] Lines { get; }

    private LineCoverage[] Coverage { get; }

    public static GutterSource Parse(string text)
    {
        string[] lines = text.Split('\n');
        if (Array.Find(lines, line => line.Length < Gutter || line[Gutter - 1] != '|') is string wrong)
            throw new FormatException($"No gutter: {wrong}");
        return new GutterSource(
            string.Join('\n', lines.Select(line => line[Gutter..])) + "\n",
            [.. lines.Select(line => line[0] switch { ' ' => AttributedLine.Other, 'u' => AttributedLine.Unknown, char digit => AttributedLine.Ai(digit - '0') })],
            [.. lines.Select(line => (LineCoverage)"? -+lpfsmn".IndexOf(line[1]))]);
    }

    public LineTable File(string path, FileMeasurement measurement, params AiSource[] sources) =>
        new(path, measurement, TextLines.Of(Markup.Parse(Source).Text).Hashes, Lines, Coverage, sources);
}
