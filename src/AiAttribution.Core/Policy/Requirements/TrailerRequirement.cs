using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>One of several trailers must be there, or none of them may.</summary>
/// <param name="Keys">Their keys; case does not matter.</param>
/// <param name="Forbidden">Whether they are forbidden.</param>
/// <param name="Shape">Shape that the value must have: <see cref="TrailerShape.Kernel"/>, <see cref="TrailerShape.Apache"/> or a pattern; null for any.</param>
internal sealed record TrailerRequirement(IReadOnlyList<string> Keys, bool Forbidden, string? Shape)
    : CommitRequirement(Violated, $"{(Forbidden ? "no trailer" : "trailer")} {string.Join(", ", Keys)}")
{
    private static readonly string[] OfAgents = ["Co-authored-by", "Co-developed-by"];
    private static readonly string[] OfPeople = ["Signed-off-by", "Reviewed-by", "Acked-by", "Tested-by"];
    private static readonly RuleCode Violated = new("AIA2002", "Commit trailer against the policy");
    private static readonly PolicyObject<(IReadOnlyList<string> Keys, bool Forbidden, string? Shape)> Body = new(
        "require.trailer",
        new("keys", (trailer, value, read) => trailer with { Keys = read.Words(value, "require.trailer.keys") ?? [] }, IsList: true),
        new("presence", (trailer, value, read) => trailer with { Forbidden = read.OneOf(value, "require.trailer.presence", "required", "forbidden") == "forbidden" }),
        new("shape", (trailer, value, read) => trailer with { Shape = read.Text(value, "require.trailer.shape") }));

    internal static RequirementKey InPolicy { get; } = new("trailer", Read, Violated) { Below = Body };

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        List<TrailerFact> found = [.. commit.Trailers.Where(t => Has(Keys, t.Key))];
        if (Forbidden)
            return found.Count == 0 ? null : Violation($"carries the trailer {found[0].Key}, which the policy forbids: take it out of the message");
        List<TrailerFact> counted = [.. found.Where(Counts)];
        if (counted.Count == 0 && found.Find(t => t.DisclosesNothing) is { } empty)
            return Violation(Shape is null
                ? $"has a trailer {empty.Key} that names no agent and no model: write it as '{empty.Key}: AGENT:MODEL', and add an agent that is not known to evidence.agents of the policy"
                : $"has a trailer {empty.Key} of another shape: write it as '{empty.Key}: {TrailerShape.Example(Shape)}'");
        if (counted.Count == 0)
            return Violation($"has {(Keys.Count > 1 ? "none of the trailers" : "no trailer")} {string.Join(", ", Keys)}: add '{Keys[0]}: {(Shape is null ? Example(Keys[0]) : TrailerShape.Example(Shape))}' to its message");
        return Shape is null || counted.Any(t => t.Shapes.Contains(Shape))
            ? null
            : Violation($"has a trailer {counted[0].Key} of another shape: write it as '{counted[0].Key}: {TrailerShape.Example(Shape)}'");
    }

    private static TrailerRequirement? Read(JsonValue value, ValueReader read)
    {
        if (!Body.TryRead(([], false, null), value, read, out (IReadOnlyList<string> Keys, bool Forbidden, string? Shape) trailer))
            return null;
        if (trailer.Keys.Count > 0)
            return new TrailerRequirement(trailer.Keys, trailer.Forbidden, trailer.Shape);
        read.Report(value.Position, "require.trailer needs keys, such as [\"Assisted-by\"].");
        return null;
    }

    /// <summary>A disclosure counts when attribution reads it as one, a co-author when it is an agent, and a sign-off or review when it is not one.</summary>
    private static bool Counts(TrailerFact trailer) =>
        !trailer.DisclosesNothing && (trailer.IsAgent || !Has(OfAgents, trailer.Key)) && !(trailer.IsAgent && Has(OfPeople, trailer.Key));

    private static string Example(string key) => Has(OfAgents, key) || Has(OfPeople, key) ? "NAME <ADDRESS>" : "AGENT:MODEL";

    private static bool Has(IEnumerable<string> keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Forms that the value of a disclosure trailer may have to have.</summary>
internal static class TrailerShape
{
    /// <summary><c>AGENT:MODEL [TOOL]…</c>, as <c>Assisted-by</c> of the Linux kernel (Documentation/process/coding-assistants.rst).</summary>
    public const string Kernel = "kernel";

    /// <summary><c>TOOL [VERSION]</c> without an e-mail address, as <c>Generated-by</c> of the Apache Software Foundation.</summary>
    public const string Apache = "apache";

    /// <summary>Whether a value has a shape: one of the names, or a pattern.</summary>
    public static bool Has(string value, string shape) => shape switch
    {
        Kernel => IsKernel(value),
        Apache => value.Trim().Length > 0 && !value.Contains('@') && !value.Contains('<'),
        _ => Glob.ForNames(shape).Matches(value),
    };

    /// <summary>An example of a shape.</summary>
    public static string Example(string shape) => shape switch
    {
        Kernel => "AGENT:MODEL",
        Apache => "TOOL VERSION",
        _ => shape,
    };

    /// <summary>Agent and model are one word each; what follows are names of tools.</summary>
    private static bool IsKernel(string value)
    {
        string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int colon = words.Length == 0 ? -1 : words[0].IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < words[0].Length - 1 && !value.Contains('@') && !value.Contains('<');
    }
}
