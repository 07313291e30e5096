using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Members;

namespace AiAttribution.Tasks;

/// <summary>What the tests of a project's AI-heavy members are worth, in a few lines.</summary>
internal static class TrailSummary
{
    private const int MostMembers = 10;

    /// <summary>The lines; none when there is no AI-heavy member.</summary>
    /// <param name="report">The report as JSON.</param>
    public static IEnumerable<string> Of(JsonElement report)
    {
        JsonElement[] heavy = [.. report.GetProperty("members").EnumerateArray().Where(m => m.GetProperty("aiHeavy").GetBoolean())];
        if (heavy.Length == 0)
            yield break;
        JsonElement[] open = [.. heavy.Where(m => !Is(m, "tested") && !Is(m, "linked")).OrderByDescending(m => m.GetProperty("aiLines").GetInt32())];
        yield return $"{report.GetProperty("subject").GetString()}: {Number(heavy.Length)} AI-heavy member{(heavy.Length == 1 ? "" : "s")}: {string.Join(", ", Parts(heavy, open.Length))}";
        foreach (JsonElement member in open.Take(MostMembers))
            yield return $"  {Text(member, "path")}:{Number(member.GetProperty("line").GetInt32())}: '{Text(member, "name")}': {Tests(member)}, {Deployment(member)}";
        if (open.Length > MostMembers)
            yield return $"  and {Number(open.Length - MostMembers)} more, see the report";
    }

    private static IEnumerable<string> Parts(JsonElement[] heavy, int open)
    {
        int tested = heavy.Count(m => Is(m, "tested"));
        int linked = heavy.Count(m => Is(m, "linked"));
        if (tested > 0)
            yield return $"tests run {Number(tested)}";
        if (linked > 0)
            yield return $"tests refer to {Number(linked)}, and none was measured to run {(linked == 1 ? "it" : "them")}";
        if (open > 0)
            yield return $"no test is known to run {Number(open)}";
    }

    private static string Tests(JsonElement member) => Text(member, "test") switch
    {
        "none" => VerdictMessage.Unreferenced([.. member.GetProperty("searchedTests").EnumerateArray().Select(test => test.GetString()!)]) ?? "no test runs it",
        "stale" => "it changed after the tests were last measured",
        "unmeasured" => "no coverage is known",
        _ => "it ran only in a test run that failed",
    };

    private static string Deployment(JsonElement member) => Text(member, "deployment") switch
    {
        "deployed" => "deployed",
        "pending" => "not deployed yet",
        "none" => "no deployment contains it",
        "rolled back" => "its deployment was rolled back",
        _ => "whether it shipped is not known",
    };

    private static bool Is(JsonElement member, string trail) => Text(member, "test") == trail;

    private static string Text(JsonElement member, string property) => member.GetProperty(property).GetString()!;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
