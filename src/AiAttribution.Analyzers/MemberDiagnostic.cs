using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Makes the diagnostic of a member: at its identifier, with the AI lines as further locations.</summary>
internal static class MemberDiagnostic
{
    /// <param name="descriptor">What is reported.</param>
    /// <param name="file">The file that the member is of.</param>
    /// <param name="member">The member.</param>
    /// <param name="message">What is said of it.</param>
    public static Diagnostic Create(DiagnosticDescriptor descriptor, FileMembers file, FoundMember member, string message)
    {
        Location location = member.Syntax.Identifier.GetLocation();
        return Diagnostic.Create(descriptor, location, AiLocations(file, member), member.Judged.Properties, message + BehindLine(location, file.Path));
    }

    /// <summary>Compilers tell the place that <c>#line</c> names, which need not exist; reports tell the file in git.</summary>
    private static string BehindLine(Location location, string path)
    {
        if (!location.SourceTree!.GetRoot().ContainsDirectives)
            return "";
        FileLinePositionSpan told = location.GetMappedLineSpan();
        LinePosition real = location.GetLineSpan().StartLinePosition;
        return told.HasMappedPath || told.StartLinePosition != real
            ? $" (#line stands above it; it is {path}:{(real.Line + 1).ToString(CultureInfo.InvariantCulture)})"
            : "";
    }

    private static Location[] AiLocations(FileMembers file, FoundMember member)
    {
        SyntaxTree tree = member.Syntax.Identifier.SyntaxTree!;
        int[] starts = file.Lines.Starts;
        Location[] locations = new Location[member.Judged.AiLines.Count];
        for (int i = 0; i < locations.Length; i++)
        {
            int last = member.FirstLine + member.Judged.AiLines[i].Last;
            locations[i] = Location.Create(tree, TextSpan.FromBounds(starts[member.FirstLine + member.Judged.AiLines[i].First - 1], last < starts.Length ? starts[last] - 1 : tree.Length));
        }

        return locations;
    }
}
