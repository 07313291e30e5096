using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>
/// A note that tells for each file of a commit how much of it an agent wrote, and not which lines: <c>{"generator":"…","files":{"a.cs":{"aiChars":200,"humanChars":0,"percent":100}}}</c>,
/// as Qwen Code adds it to each commit.
/// </summary>
/// <param name="Files">Files with a share; those without one are said nothing of.</param>
/// <param name="Problem">Why some or all of it could not be read; null when it could.</param>
internal sealed record FileShareNote(IReadOnlyList<ShareOfFile> Files, string? Problem)
{
    private const int MostFiles = 10_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>Reads a note.</summary>
    /// <param name="utf8">The note.</param>
    /// <param name="reference">The reference that holds it.</param>
    public static FileShareNote Parse(ReadOnlyMemory<byte> utf8, string reference)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(utf8, Options);
            return Read(document.RootElement, reference);
        }
        catch (JsonException problem)
        {
            return new FileShareNote([], SafeJson.Problem(problem));
        }
    }

    private static FileShareNote Read(JsonElement root, string reference)
    {
        if (!SafeJson.Find(root, "files", out JsonElement files) || files.ValueKind != JsonValueKind.Object || root.Text("generator") is not { } generator)
            return new FileShareNote([], "it has no 'generator' and 'files'");
        var statement = new EvidenceStatement(EvidenceKind.FileShareNote, EvidenceGrade.Declared, AgentNames.Canonical(generator), ModelName.Normalize(root.Text("model")), null, reference);
        var shares = new List<ShareOfFile>();
        string? problem = null;
        foreach (JsonProperty file in files.EnumerateObject())
        {
            if (shares.Count == MostFiles)
                return new FileShareNote(shares, $"it names more than {MostFiles} files");
            if (SafeJson.Name(file) is not { } path || AttestationReader.IsOutside(path) || Share(file.Value) is not { } share)
                problem ??= "a file of it has no share between 0 and 100";
            else if (!share.IsNone)
                shares.Add(new ShareOfFile(path, share.IsAll, statement));
        }

        return new FileShareNote(shares, problem);
    }

    private static (bool IsAll, bool IsNone)? Share(JsonElement file)
    {
        double? percent = Number(file, "percent");
        if (percent is not (>= 0 and <= 100))
            return null;
        bool humans = Number(file, "humanChars") is > 0;
        bool agents = Number(file, "aiChars") is > 0;
        return (percent == 100 && !humans, percent == 0 && !agents);
    }

    private static double? Number(JsonElement file, string name) =>
        SafeJson.Find(file, name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) ? number : null;
}

/// <summary>How much of a file's lines in one commit are an agent's.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="IsAll">Whether all lines that the commit added to it are; else some are, and which ones is not told.</param>
/// <param name="Ai">The statement.</param>
internal sealed record ShareOfFile(string Path, bool IsAll, EvidenceStatement Ai)
{
    /// <summary>All lines of a file, of which those count that the commit added; in part where not all are an agent's.</summary>
    public AttestedRange Range => new(1, int.MaxValue - 1, IsAll ? Ai : Ai with { Extent = EvidenceExtent.Part });
}
