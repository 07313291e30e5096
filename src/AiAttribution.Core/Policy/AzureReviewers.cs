using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary><c>GET …/pullRequests/{id}/reviewers</c> of Azure DevOps, which names no commit, and the pull request as a whole, which does. A vote of 10 approves, 5 approves with suggestions.</summary>
internal static class AzureReviewers
{
    private const int WithSuggestions = 5;

    /// <summary>The votes; null for another form.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isMachine">Says of an account whether it is one.</param>
    public static IEnumerable<Vote>? Read(JsonValue root, Predicate<string> isMachine)
    {
        if ((root.At("reviewers") ?? root.At("value")) is not { Type: JsonTokenType.StartArray } reviewers || !reviewers.Items.All(r => r.Has("vote")))
            return null;
        string? commit = root.Text("lastMergeSourceCommit", "commitId");
        string? author = root.Text("createdBy", "id");
        return reviewers.Items
            .Where(r => !r.IsTrue("isContainer") && (author is null || r.Text("id") != author) && !IsService(r) && !isMachine(r.Text("displayName") ?? ""))
            .Where(r => Person(r) is not null)
            .Select(r => new Vote(Person(r)!, Number(r) >= WithSuggestions, commit));
    }

    private static string? Person(JsonValue reviewer) => reviewer.Text("id") ?? reviewer.Text("uniqueName");

    private static int Number(JsonValue reviewer) => int.TryParse(reviewer.Text("vote"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int vote) ? vote : 0;

    private static bool IsService(JsonValue reviewer) => reviewer.Text("uniqueName")?.StartsWith("Build\\", StringComparison.OrdinalIgnoreCase) ?? false;
}
