using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Members;

namespace AiAttribution.Tasks;

/// <summary>What is known of a project's AI-heavy members, in one line for all its target frameworks.</summary>
internal static class ProjectLine
{
    private const int AbbreviatedLength = 12;

    /// <summary>The line; null when there is no AI-heavy member.</summary>
    /// <param name="reports">The reports as JSON, one for each target framework.</param>
    /// <param name="place">Where the reports for people are.</param>
    public static string? Of(IReadOnlyList<JsonElement> reports, string place)
    {
        // A member is judged when its tests were measured in any of the frameworks, or what they refer to is known.
        Judged[] members = [.. reports.SelectMany(report => report.GetProperty("members").EnumerateArray())
            .Where(member => member.GetProperty("aiHeavy").GetBoolean())
            .GroupBy(member => (member.GetProperty("path").GetString(), member.GetProperty("line").GetInt32(), member.GetProperty("name").GetString()))
            .Select(frameworks => frameworks.Max(How))];
        int old = reports.Count == 0 ? 0 : reports.Max(report => report.GetProperty("membersOfBaseline").GetInt32());
        if (members.Length + old == 0)
            return null;
        int judged = members.Count(member => member != Judged.Not);
        int byReferences = members.Count(member => member == Judged.ByReferences);
        JsonElement policy = reports[0].GetProperty("policy");
        List<string> parts = [Count(members.Length + old)];
        // A baseline that somebody wrote is always named: it may be older than whoever reads this.
        if (old > 0 || IsWritten(policy))
            parts.Add($"{(old > 0 ? Number(old) : "none")} of the baseline {Baseline(policy)}");
        if (members.Length > 0)
            parts.Add($"{Number(judged)} judged{(byReferences == 0 ? "" : byReferences == judged ? " by what built tests refer to" : $" ({Number(byReferences)} by what built tests refer to)")}");
        if (members.Length > judged)
            parts.Add($"{Number(members.Length - judged)} not measured: {VerdictMessage.Measure}");
        return $"{reports[0].GetProperty("subject").GetString()}: {string.Join(", ", parts)}; report: {place}";
    }

    private static Judged How(JsonElement member) => member.GetProperty("test").GetString() switch
    {
        "unmeasured" => Judged.Not,
        "linked" => Judged.ByReferences,
        "none" when member.GetProperty("searchedTests").GetArrayLength() > 0 => Judged.ByReferences,
        _ => Judged.ByCoverage,
    };

    private static bool IsWritten(JsonElement policy) => policy.GetProperty("since").ValueKind == JsonValueKind.String && !policy.GetProperty("sinceAdoption").GetBoolean();

    private static string Baseline(JsonElement policy)
    {
        string since = policy.GetProperty("since").GetString() ?? "";
        return policy.GetProperty("sinceAdoption").GetBoolean() ? $"{since[..Math.Min(since.Length, AbbreviatedLength)]} (where AiAttribution came in)" : since;
    }

    private static string Count(int members) => members == 1 ? "1 AI-heavy member" : $"{Number(members)} AI-heavy members";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a member's tests are known by, the least first.</summary>
    private enum Judged
    {
        Not,
        ByReferences,
        ByCoverage,
    }
}
