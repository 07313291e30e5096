using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>One of several trailers must be there, or none of them may.</summary>
/// <param name="Keys">Their keys; case does not matter.</param>
/// <param name="Forbidden">Whether they are forbidden.</param>
/// <param name="Shape">Shape that the value must have: <see cref="TrailerShape.Kernel"/>, <see cref="TrailerShape.Apache"/> or a pattern; null for any.</param>
public sealed record TrailerRequirement(IReadOnlyList<string> Keys, bool Forbidden, string? Shape)
    : CommitRequirement("AIA2002", $"{(Forbidden ? "no trailer" : "trailer")} {string.Join(", ", Keys)}")
{
    private static readonly string[] OfAgents = ["Co-authored-by", "Co-developed-by"];
    private static readonly string[] OfPeople = ["Signed-off-by", "Reviewed-by", "Acked-by", "Tested-by"];

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        List<TrailerFact> found = [.. commit.Trailers.Where(t => Has(Keys, t.Key))];
        if (Forbidden)
            return found.Count == 0 ? null : Violation($"carries the trailer {found[0].Key}, which the policy forbids: take it out of the message");
        List<TrailerFact> counted = [.. found.Where(Counts)];
        if (counted.Count == 0)
            return Violation($"has {(Keys.Count > 1 ? "none of the trailers" : "no trailer")} {string.Join(", ", Keys)}: add '{Keys[0]}: {(Shape is null ? Example(Keys[0]) : TrailerShape.Example(Shape))}' to its message");
        return Shape is null || counted.Any(t => t.Shapes.Contains(Shape))
            ? null
            : Violation($"has a trailer {counted[0].Key} of another shape: write it as '{counted[0].Key}: {TrailerShape.Example(Shape)}'");
    }

    /// <summary>A co-author counts when it is an agent, and a sign-off or review when it is not one.</summary>
    private static bool Counts(TrailerFact trailer) =>
        (trailer.IsAgent || !Has(OfAgents, trailer.Key)) && !(trailer.IsAgent && Has(OfPeople, trailer.Key));

    private static string Example(string key) => Has(OfAgents, key) || Has(OfPeople, key) ? "NAME <ADDRESS>" : "AGENT:MODEL";

    private static bool Has(IEnumerable<string> keys, string key) => keys.Contains(key, StringComparer.OrdinalIgnoreCase);
}
