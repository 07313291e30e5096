using System.Text.Json;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary><c>GET /projects/{id}/merge_requests/{iid}/approvals</c> and <c>approval_state</c>. They name no commit: the project's setting takes approvals back when commits are added.</summary>
internal static class GitLabApprovals
{
    /// <summary>The votes; null for another form.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isMachine">Says of an account whether it is one.</param>
    public static IEnumerable<Vote>? Read(JsonValue root, Predicate<string> isMachine)
    {
        if (root.At("approved_by") is { Type: JsonTokenType.StartArray } approvals)
            return Votes(approvals.Items.Select(i => i.At("user") ?? i), root, isMachine);
        return root.At("rules") is { Type: JsonTokenType.StartArray } rules && rules.Items.All(r => r.Has("approved_by"))
            ? Votes(rules.Items.SelectMany(r => r.At("approved_by")?.Items ?? []), root, isMachine)
            : null;
    }

    private static IEnumerable<Vote> Votes(IEnumerable<JsonValue> users, JsonValue root, Predicate<string> isMachine) => users
        .Where(u => !u.IsTrue("bot") && u.Text("id") != (root.Text("author", "id") ?? "-"))
        .Select(u => u.Text("username"))
        .OfType<string>()
        .Where(name => !isMachine(name) && !IsToken(name))
        .Select(name => new Vote(name.ToLowerInvariant(), true, root.Text("sha")));

    /// <summary>Access tokens of projects and groups act as <c>project_1_bot_2f…</c>.</summary>
    private static bool IsToken(string name) => (name.StartsWith("project_", StringComparison.Ordinal) || name.StartsWith("group_", StringComparison.Ordinal)) && name.Contains("_bot", StringComparison.Ordinal);
}
