namespace AiAttribution.Core.Policy.Rules;

/// <summary>Codes of policy diagnostics. Each has its page <c>nuget/docs/&lt;code&gt;.md</c>.</summary>
public static class RuleCodes
{
    /// <summary>Evidence that a rule needs is missing.</summary>
    public const string CannotTell = "AIA2012";

    /// <summary>Code of a finding.</summary>
    public static string Of(PolicyRule rule, RuleFinding finding) => finding.Kind == FindingKind.Gap ? CannotTell : rule.Require.Code;

    /// <summary>Address of the page that explains a code.</summary>
    public static string HelpLink(string code) => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{code}.md";
}
