using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>Which keys of a rule make sense for what it judges.</summary>
internal static class RuleSubjects
{
    private static readonly RuleSubject[] Any = [RuleSubject.Commit, RuleSubject.Member, RuleSubject.File];
    private static readonly RuleSubject[] CommitOrMember = [RuleSubject.Commit, RuleSubject.Member];
    private static readonly RuleSubject[] Commit = [RuleSubject.Commit];
    private static readonly RuleSubject[] Member = [RuleSubject.Member];

    private static readonly EnumText<RuleSubject> Plural = new((RuleSubject.Commit, "commits"), (RuleSubject.Member, "members"), (RuleSubject.File, "files"), (RuleSubject.Period, "releases or months"));

    private static readonly Dictionary<string, RuleSubject[]> For = new()
    {
        ["paths"] = Any,
        ["except"] = Any,
        ["since"] = Any,
        ["newOnly"] = Any,
        ["grade"] = Any,
        ["ai"] = Commit,
        ["addedLines"] = Commit,
        ["authors"] = Commit,
        ["share"] = Member,
        ["aiLines"] = Member,
        ["agents"] = CommitOrMember,
        ["models"] = CommitOrMember,
        ["session"] = CommitOrMember,
    };

    /// <summary>Reports keys of <c>scope</c> and <c>when</c> that would be ignored.</summary>
    public static void Check(PolicyRule rule, JsonValue entry, ValueReader read)
    {
        IEnumerable<JsonMember> keys = entry.Members.Where(m => m.Name is "scope" or "when").SelectMany(m => m.Value.Members).Concat(entry.Members.Where(m => m.Name == "newOnly"));
        foreach (JsonMember key in keys)
        {
            if (For.TryGetValue(key.Name, out RuleSubject[]? subjects) && !subjects.Contains(rule.Require.Subject))
                read.Report(key.Position, $"'{key.Name}' is for rules about {string.Join(" or ", subjects.Select(Plural.Of))}, and '{rule.Id}' is about {Plural.Of(rule.Require.Subject)}. Take it out.");
        }
    }
}
