using System.Collections.Immutable;
using System.Globalization;
using AiAttribution.Core.Members;
using AiAttribution.Core.Text;
using AiAttribution.Shared.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Makes the diagnostic of a member: at its identifier, with the AI lines as further locations and the numbers as properties.</summary>
internal static class MemberDiagnostic
{
    public static Diagnostic Create(
        DiagnosticDescriptor descriptor,
        MemberSyntax member,
        List<int> codeLines,
        LineTable table,
        TextLines lines,
        MemberVerdict verdict,
        string message) => Diagnostic.Create(
            descriptor,
            member.Identifier.GetLocation(),
            AiLocations(member.Identifier.SyntaxTree!, codeLines, table, lines),
            Properties(verdict),
            message + BehindLine(member.Identifier.GetLocation(), table));

    /// <summary>Compilers tell the place that <c>#line</c> names, which need not exist; reports tell the file in git.</summary>
    private static string BehindLine(Location location, LineTable table)
    {
        FileLinePositionSpan told = location.GetMappedLineSpan();
        LinePosition real = location.GetLineSpan().StartLinePosition;
        return told.HasMappedPath || told.StartLinePosition != real ? $" (#line stands above it; it is {table.Path}:{Text(real.Line + 1)})" : "";
    }

    private static List<Location> AiLocations(SyntaxTree tree, List<int> codeLines, LineTable table, TextLines lines)
    {
        List<Location> locations = [];
        int length = tree.Length;
        for (int i = 0; i < codeLines.Count; i++)
        {
            if (!table.IsJudged(codeLines[i]))
                continue;
            int first = codeLines[i];
            while (i + 1 < codeLines.Count && codeLines[i + 1] == codeLines[i] + 1 && table.IsJudged(codeLines[i + 1]))
                i++;
            int end = codeLines[i] < lines.Count ? lines.Starts[codeLines[i]] - 1 : length;
            locations.Add(Location.Create(tree, TextSpan.FromBounds(lines.Starts[first - 1], end)));
        }

        return locations;
    }

    private static ImmutableDictionary<string, string?> Properties(MemberVerdict verdict) => new Dictionary<string, string?>
    {
        ["codeLines"] = Text(verdict.Tally.Code),
        ["aiLines"] = Text(verdict.Tally.Ai),
        ["weakLines"] = Text(verdict.Tally.Weak),
        ["unknownLines"] = Text(verdict.Tally.Unknown),
        ["testTrail"] = verdict.Test.ToString(),
        ["deploymentTrail"] = verdict.Deployment.ToString(),
    }.ToImmutableDictionary();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
