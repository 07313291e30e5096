namespace AiAttribution.Core.Policy.Rules;

/// <summary>Codes of policy diagnostics. Each has its page <c>nuget/docs/&lt;code&gt;.md</c>.</summary>
public static class RuleCodes
{
    /// <summary>Evidence that a rule needs is missing.</summary>
    public const string CannotTell = "AIA2012";

    /// <summary>Codes of all requirements, and <see cref="CannotTell"/>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "AIA2001", "AIA2002", "AIA2003", "AIA2004", "AIA2005", "AIA2006",
        "AIA2007", "AIA2008", "AIA2009", "AIA2010", "AIA2011", CannotTell,
    ];

    /// <summary>Code of a finding.</summary>
    public static string Of(PolicyRule rule, RuleFinding finding) => finding.Kind == FindingKind.Gap ? CannotTell : rule.Require.Code;

    /// <summary>Address of the page that explains a code.</summary>
    public static string HelpLink(string code) => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{code}.md";
}
