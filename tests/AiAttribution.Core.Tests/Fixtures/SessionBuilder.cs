using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Makes sessions, commits, and the plan that links them. Times are minutes after ten o'clock.</summary>
internal static class SessionBuilder
{
    public static DateTimeOffset At(double minutes) => new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    public static UsageRecord Response(string key, double minute, long output = 100) => new(key, At(minute), "claude-sonnet-4-5", new TokenUsage(10, output));

    public static EditedFile Edit(string path, double minute, string text = "") => new(path, At(minute), TextLines.Of(text).Hashes);

    public static AgentSession Session(string id, UsageRecord[] responses, params EditedFile[] edits) =>
        new("claude-code", id) { Responses = responses, EditedFiles = edits };

    public static LinkCommit Commit(string id, double minute, double? parent, string path, string added = "") =>
        new(id.PadRight(40, '0'), At(minute), parent is { } time ? At(time) : null, [new LinkFile(path, TextLines.Of(added).Hashes)]);

    public static LinkPlan Plan(LinkCommit[] commits, params AgentSession[] sessions) =>
        SessionLinker.Plan(new LinkInput { Commits = commits, Sessions = sessions });

    /// <summary>Output tokens per commit, the commits by their first two digits.</summary>
    public static string Describe(LinkPlan plan) => string.Join(", ", plan.Allocations
        .OrderBy(a => a.Key, StringComparer.Ordinal)
        .Select(a => $"{a.Key[..2]}:{a.Value.Sum(x => x.Usage.Output)}"));

    public static string Rests(LinkPlan plan) => string.Join(", ", plan.Rests.Select(r => $"{r.Session} {r.Reason}:{r.Usage.Output}"));
}
