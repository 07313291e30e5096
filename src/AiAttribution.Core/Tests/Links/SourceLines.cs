using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Finds the source lines of methods in their symbols.</summary>
internal static class SourceLines
{
    /// <summary>Lines of the parts of a method in the document that holds most of them; null without symbols.</summary>
    public static MethodLines? Of(IEnumerable<MethodId> parts)
    {
        var lines = new Dictionary<(MetadataReader Symbols, DocumentHandle Document), HashSet<int>>();
        foreach (MethodId part in parts)
        {
            if (part.Assembly.Symbols is not { } symbols)
                continue;
            foreach (SequencePoint point in symbols.GetMethodDebugInformation(part.Handle.ToDebugInformationHandle()).GetSequencePoints().Where(p => !p.IsHidden))
                (lines.TryGetValue((symbols, point.Document), out HashSet<int>? found) ? found : lines[(symbols, point.Document)] = []).UnionWith(PortablePdb.Lines(point));
        }

        if (lines.Count == 0)
            return null;
        ((MetadataReader reader, DocumentHandle document), HashSet<int> most) = lines.MaxBy(d => d.Value.Count);
        SymbolDocument described = PortablePdb.Describe(reader, document, most);
        return new MethodLines(described.Name, described.Checksum, most);
    }
}
