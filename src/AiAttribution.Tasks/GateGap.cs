using System.Text.Json;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Tasks;

/// <summary>Why a gate that was asked for could not judge a project.</summary>
internal static class GateGap
{
    /// <summary>The cause that the data file tells, with what mends it.</summary>
    /// <param name="report">The report as JSON.</param>
    /// <returns>Null when the gate could judge, or there is no AI line to judge.</returns>
    public static string? Of(JsonElement report)
    {
        if (report.GetProperty("commit").ValueKind == JsonValueKind.Null)
            return Notes(report).FirstOrDefault(note => note.Code != BuildProblemKinds.SlowerReader.Code).Text ?? "nothing is known of the project";
        if (report.GetProperty("lines").GetProperty("ai").GetInt32() == 0)
            return null;
        return Findings(report).Any(IsForWantOfCompiler)
            ? Notes(report).FirstOrDefault(note => note.Code == BuildProblemKinds.NoCompiler.Code).Text ?? RuleInputs.NoCompiler
            : null;
    }

    /// <summary>Whether a finding says only that there was no compiler, which is one answer for all rules.</summary>
    public static bool IsForWantOfCompiler(JsonElement finding) =>
        finding.GetProperty("kind").GetString() == RuleWords.Of(FindingKind.Gap)
        && finding.GetProperty("message").GetString()!.Contains(RuleInputs.NoCompiler, StringComparison.Ordinal);

    private static IEnumerable<JsonElement> Findings(JsonElement report) =>
        report.GetProperty("rules").EnumerateArray().SelectMany(rule => rule.GetProperty("findings").EnumerateArray());

    private static IEnumerable<(string? Code, string? Text)> Notes(JsonElement report) =>
        report.GetProperty("notes").EnumerateArray().Select(note => (note.GetProperty("code").GetString(), (string?)Text(note)));

    private static string Text(JsonElement note)
    {
        string message = note.GetProperty("message").GetString()!;
        return note.GetProperty("remedy").GetString() is { } remedy ? $"{message.TrimEnd('.')}. {remedy}" : message;
    }
}
