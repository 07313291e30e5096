using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Reads coverlet's own JSON: module, document, class, method, then <c>Lines</c> and <c>Branches</c>.</summary>
internal static class CoverletJsonReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads one report.</summary>
    /// <param name="json">The file's bytes without byte order mark.</param>
    /// <param name="fileTime">When the file was last written; the format has no time of its own.</param>
    public static CoverageReading Read(ReadOnlyMemory<byte> json, DateTimeOffset fileTime)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(json, Options);
            var files = new MeasuredFiles();
            return Add(document.RootElement, files)
                ? new CoverageReading(new CoverageReport(fileTime, [], files.Build()), null)
                : new CoverageReading(null, new InputProblem(0, 0, "This is JSON, but not coverlet's: it is not module, document, class, method. Collect with --collect \"XPlat Code Coverage\"."));
        }
        catch (JsonException e)
        {
            return new CoverageReading(null, new InputProblem((int)(e.LineNumber ?? -1) + 1, (int)(e.BytePositionInLine ?? -1) + 1, SafeJson.IsUnicode(e) ? "This is not a whole JSON file. Run the tests again with coverage." : "A text in this JSON is not valid Unicode. Run the tests again with coverage."));
        }
    }

    private static bool Add(JsonElement modules, MeasuredFiles files)
    {
        foreach ((string module, JsonElement documents) in Members(modules))
        {
            foreach ((string name, JsonElement classes) in Members(documents))
            {
                MeasuredLines lines = files.LinesOf(module, name);
                foreach (JsonElement method in Members(classes).SelectMany(c => Members(c.Value)).Select(m => m.Value))
                {
                    if (method.ValueKind != JsonValueKind.Object || !method.TryGetProperty("Lines", out JsonElement counts))
                        return false;
                    AddLines(lines, counts);
                    if (method.TryGetProperty("Branches", out JsonElement branches) && branches.ValueKind == JsonValueKind.Array)
                        AddBranches(lines, branches);
                }
            }
        }

        return modules.ValueKind == JsonValueKind.Object && modules.EnumerateObject().All(m => m.Value.ValueKind == JsonValueKind.Object);
    }

    private static void AddLines(MeasuredLines lines, JsonElement counts)
    {
        foreach ((string line, JsonElement hits) in Members(counts))
        {
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                lines.Add(number, Number(hits));
        }
    }

    private static void AddBranches(MeasuredLines lines, JsonElement branches)
    {
        foreach (JsonElement branch in branches.EnumerateArray())
        {
            if (branch.ValueKind == JsonValueKind.Object && branch.TryGetProperty("Line", out JsonElement line) && branch.TryGetProperty("Hits", out JsonElement hits))
                lines.AddBranch((int)Math.Min(Number(line), int.MaxValue), Number(hits) > 0);
        }
    }

    private static IEnumerable<(string Key, JsonElement Value)> Members(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(p => (p.Name, p.Value)) : [];

    private static long Number(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long number) ? number : 0;
}
