using System.Text.Json;
using AiAttribution.Core.Evidence;

namespace AiAttribution.Benchmarks;

/// <summary>One line of a file of labelled commit messages. Label is <c>ai</c>, <c>non-ai</c> or <c>non-ai-hard</c>; kinds tell how it came about, such as <c>co:claude</c>.</summary>
internal sealed record LabelledCommit(string Sha, string Label, string[] Kinds, string Author, string Message)
{
    public bool IsAi => Label == "ai";

    public static IReadOnlyList<LabelledCommit> Load(string path) =>
        File.ReadLines(path).Select(line => JsonSerializer.Deserialize<LabelledCommit>(line, new JsonSerializerOptions(JsonSerializerDefaults.Web))!).ToList();

    // The file has no committer.
    public CommitFacts Facts()
    {
        int split = Author.LastIndexOf(" <", StringComparison.Ordinal);
        return new CommitFacts(Sha, Author[..split], Author[(split + 2)..^1], "", "", Message);
    }
}
