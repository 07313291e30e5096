using System.Globalization;
using System.Text.Json;

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
        JsonElement[] neither = [.. heavy.Where(m => !Is(m, "tested") && !Is(m, "linked")).OrderByDescending(m => m.GetProperty("aiLines").GetInt32())];
        yield return $"{report.GetProperty("subject").GetString()}: {Count(heavy.Length)}: {heavy.Count(m => Is(m, "tested"))} tested, {heavy.Count(m => Is(m, "linked"))} linked only, {neither.Length} neither";
        foreach (JsonElement member in neither.Take(MostMembers))
            yield return $"  {Text(member, "path")}:{member.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture)}: '{Text(member, "name")}', tests {Text(member, "test")}, deployment {Text(member, "deployment")}";
        if (neither.Length > MostMembers)
            yield return $"  and {neither.Length - MostMembers} more, see the report";
    }

    private static bool Is(JsonElement member, string trail) => Text(member, "test") == trail;

    private static string Text(JsonElement member, string property) => member.GetProperty(property).GetString()!;

    private static string Count(int members) => members == 1 ? "1 AI-heavy member" : $"{members} AI-heavy members";
}
