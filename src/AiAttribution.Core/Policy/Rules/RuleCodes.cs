namespace AiAttribution.Core.Policy.Rules;

/// <summary>Codes of policy diagnostics. Each has its page <c>nuget/docs/&lt;code&gt;.md</c>.</summary>
public static class RuleCodes
{
    /// <summary>Evidence that a rule needs is missing.</summary>
    public const string CannotTell = "AIA2012";

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["AIA2001"] = "AI-heavy member without a trail that the policy requires",
        ["AIA2002"] = "Commit trailer against the policy",
        ["AIA2003"] = "Agent in Signed-off-by",
        ["AIA2004"] = "Agent as co-author",
        ["AIA2005"] = "Session id against the policy",
        ["AIA2006"] = "AI commit without a review by a person",
        ["AIA2007"] = "Member without the test that the policy requires",
        ["AIA2008"] = "Too few AI lines executed by tests",
        ["AIA2009"] = "Member not deployed within the grace",
        ["AIA2010"] = "Agent or model that the policy does not allow",
        ["AIA2011"] = "Too many lines of unknown origin",
        ["AIA2013"] = "Commit above its budget of tokens or cost",
        ["AIA2014"] = "Release or month above its budget of tokens or cost",
        ["AIA2015"] = "Too many tokens without surviving code",
        [CannotTell] = "Evidence that a policy rule needs is missing",
    };

    /// <summary>Codes of all requirements, and <see cref="CannotTell"/>.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Titles.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What a code is about, in a few words.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code.</exception>
    public static string Title(string code) => Titles[code];

    /// <summary>Code of a finding.</summary>
    public static string Of(PolicyRule rule, RuleFinding finding) => finding.Kind == FindingKind.Gap ? CannotTell : rule.Require.Code;

    /// <summary>Address of the page that explains a code.</summary>
    public static string HelpLink(string code) => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{code}.md";
}
