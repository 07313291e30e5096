using System.Text.Json;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>
/// <c>GET /repos/{owner}/{repo}/pulls/{number}/reviews</c>, also as pages in a list (<c>--slurp</c>), and <c>gh pr view --json reviews</c>. A comment takes no approval back.
/// </summary>
internal static class GitHubReviews
{
    private static readonly string[] Words = ["APPROVED", "CHANGES_REQUESTED", "DISMISSED"];

    /// <summary>The votes, oldest first; null for another form.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isMachine">Says of an account whether it is one.</param>
    public static IEnumerable<Vote>? Read(JsonValue root, Predicate<string> isMachine)
    {
        JsonValue? list = root.Type == JsonTokenType.StartArray ? root : root.At("reviews");
        if (list is not { Type: JsonTokenType.StartArray })
            return null;
        JsonValue[] items = [.. list.Items.SelectMany(i => i.Type == JsonTokenType.StartArray ? i.Items : [i])];
        return items.All(i => i.Has("state") && (i.Has("user") || i.Has("author"))) ? items.OrderBy(Time, StringComparer.Ordinal).Select(i => Vote(i, isMachine)).OfType<Vote>() : null;
    }

    private static string Time(JsonValue item) => item.Text("submitted_at") ?? item.Text("submittedAt") ?? "";

    private static Vote? Vote(JsonValue item, Predicate<string> isMachine)
    {
        JsonValue? user = item.At("user") ?? item.At("author");
        return Words.Contains(item.Text("state")) && user?.Text("login") is { } login && user.Text("type") is null or "User" && !isMachine(login)
            ? new Vote(login.ToLowerInvariant(), item.Text("state") == Words[0], Commit(item))
            : null;
    }

    /// <summary>A review always names a commit; without one it is of none.</summary>
    private static string Commit(JsonValue item) => item.Text("commit_id") ?? item.Text("commit", "oid") ?? "";
}
