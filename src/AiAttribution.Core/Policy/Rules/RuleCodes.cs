using AiAttribution.Core.Policy.Requirements;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>A policy diagnostic. Each has its page <c>nuget/docs/&lt;code&gt;.md</c>.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Title">What it is about, in a few words.</param>
internal sealed record RuleCode(string Id, string Title);

/// <summary>Codes of policy diagnostics: those of the requirements, and one for what nobody can tell.</summary>
internal static class RuleCodes
{
    /// <summary>Evidence that a rule needs is missing.</summary>
    public const string CannotTell = "AIA2012";

    /// <summary>A build asked for the gate, and the gate could not judge at all. No rule has it: without an answer there are no rules.</summary>
    public const string GateCannotJudge = "AIA2016";

    private static readonly SortedDictionary<string, string> Titles = new(
        RequirementList.All.SelectMany(k => k.Codes).Append(new RuleCode(CannotTell, "Evidence that a policy rule needs is missing")).Distinct().ToDictionary(c => c.Id, c => c.Title),
        StringComparer.Ordinal);

    /// <summary>Codes of all requirements, and <see cref="CannotTell"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Titles.Keys];

    /// <summary>What a code is about, in a few words.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static string Title(string code) => Titles[code];

    /// <summary>Code of a finding.</summary>
    public static string Of(PolicyRule rule, RuleFinding finding) => finding.Kind == FindingKind.Gap ? CannotTell : rule.Require.Code;

    /// <summary>Address of the page that explains a code.</summary>
    public static string HelpLink(string code) => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{code}.md";
}
