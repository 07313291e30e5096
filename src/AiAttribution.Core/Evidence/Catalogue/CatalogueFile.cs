using System.Text;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>One mark that agents leave; the head of <c>catalogue.tsv</c> says what each field means.</summary>
/// <param name="Kind">How it is read: <c>identity</c>, <c>name</c>, <c>disclosure</c>, <c>session</c>, <c>model</c>, <c>word</c> or <c>footer</c>.</param>
/// <param name="Pattern">What is looked for.</param>
/// <param name="Name">What else must agree; empty for nothing.</param>
/// <param name="Agent">Catalogue name; empty where the mark names none.</param>
/// <param name="Trait">What is special about it; empty for nothing.</param>
/// <param name="Example">A line that it is found in.</param>
/// <param name="LookAlike">A line that resembles it and is no evidence.</param>
/// <param name="Source">A public place that shows or documents it.</param>
/// <param name="Seen">Month since when it is known to be in use, such as <c>2026-02</c>.</param>
internal sealed record CatalogueRow(string Kind, string Pattern, string Name, string Agent, string Trait, string Example, string LookAlike, string Source, string Seen);

/// <summary>The marks that agents are known by: names are data, the grammar around them is code.</summary>
internal static class CatalogueFile
{
    private const string Resource = "evidence/catalogue.tsv";
    private const string Nothing = "-";

    /// <summary>All marks, in the order of the file.</summary>
    public static IReadOnlyList<CatalogueRow> Rows { get; } = Read();

    /// <summary>The marks of a kind, in the order of the file.</summary>
    public static IEnumerable<CatalogueRow> Of(string kind) => Rows.Where(row => row.Kind == kind);

    private static List<CatalogueRow> Read()
    {
        using Stream stream = typeof(CatalogueFile).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = new List<CatalogueRow>();
        bool titles = true;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (!titles)
                rows.Add(Row(Array.ConvertAll(line.Split('\t'), field => field == Nothing ? "" : field)));
            titles = false;
        }

        return rows;
    }

    private static CatalogueRow Row(string[] fields) =>
        new(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8]);
}
