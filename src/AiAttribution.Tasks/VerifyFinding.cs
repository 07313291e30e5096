using System.Text.Json;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Tasks;

/// <summary>A finding of the data file that no waiver covers.</summary>
/// <param name="Code">Code of its diagnostic.</param>
/// <param name="Severity">Severity by its rule.</param>
/// <param name="Path">Path from the repository root; null when it is in no file of the project.</param>
/// <param name="PolicyFile">Path of the policy file when the rule stands in one, for findings without a place.</param>
/// <param name="Line">Line in the one or the other.</param>
/// <param name="Column">Column in the one or the other.</param>
/// <param name="Message">What is wrong and what mends it.</param>
internal sealed record VerifyFinding(string Code, string Severity, string? Path, string? PolicyFile, int Line, int Column, string Message)
{
    /// <summary>Whether it is about a commit: the same in each project, wherever lines of it are.</summary>
    public bool IsOfCommit { get; init; }

    /// <summary>Those that count. What cannot be told is one finding for each rule; for the default rule an environment note says it.</summary>
    public static IEnumerable<VerifyFinding> Read(JsonElement report)
    {
        string? policyFile = report.GetProperty("policy").GetProperty("file").GetString();
        foreach (JsonElement rule in report.GetProperty("rules").EnumerateArray())
        {
            JsonElement[] open = [.. rule.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("counts").GetBoolean() && !GateGap.IsForWantOfCompiler(f))];
            JsonElement[] gaps = [.. open.Where(IsGap)];
            foreach (JsonElement finding in open.Where(f => !IsGap(f)))
                yield return Of(rule, finding, policyFile, "");
            if (gaps.Length > 0 && !rule.GetProperty("isDefault").GetBoolean())
                yield return Of(rule, gaps[0], policyFile, RuleFinding.More(gaps.Length));
        }
    }

    private static bool IsGap(JsonElement finding) => finding.GetProperty("kind").GetString() == RuleWords.Of(FindingKind.Gap);

    private static VerifyFinding Of(JsonElement rule, JsonElement finding, string? policyFile, string more)
    {
        string? path = finding.GetProperty("path").GetString();
        JsonElement place = path is null ? rule : finding;
        return new VerifyFinding(
            finding.GetProperty("code").GetString()!,
            finding.GetProperty("severity").GetString()!,
            path,
            rule.GetProperty("line").GetInt32() > 0 ? policyFile : null,
            place.GetProperty("line").GetInt32(),
            place.GetProperty("column").GetInt32(),
            $"{finding.GetProperty("message").GetString()} (rule '{rule.GetProperty("id").GetString()}'){more}")
        {
            IsOfCommit = finding.GetProperty("commit").ValueKind == JsonValueKind.String,
        };
    }
}
