using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Model.Gate;

/// <summary>Brings together what two policies say of the same work: of a rule that both have the worse answer counts, and a rule that one has counts.</summary>
internal static class StricterGate
{
    /// <summary>The report by the base's policy, with what the head's policy adds.</summary>
    public static ReportModel Of(ReportModel byBase, ReportModel byHead)
    {
        Dictionary<string, RuleVerdict> head = byHead.Rules.ToDictionary(v => v.Rule.Id, StringComparer.Ordinal);
        List<RuleVerdict> rules = [];
        foreach (RuleVerdict verdict in byBase.Rules)
            rules.Add(head.Remove(verdict.Rule.Id, out RuleVerdict? other) && Weight(other, byBase.Today) > Weight(verdict, byBase.Today) ? other : verdict);
        rules.AddRange(byHead.Rules.Where(v => head.ContainsKey(v.Rule.Id)));
        IEnumerable<Waiver> used = rules.SelectMany(v => v.Findings).Select(f => f.Waiver).OfType<Waiver>();
        return byBase with
        {
            Rules = rules,
            Policy = byBase.Policy with { Rules = [.. rules.Select(v => v.Rule)], Waivers = [.. byBase.Policy.Waivers.Union(used)] },
        };
    }

    private static int Weight(RuleVerdict verdict, DateOnly today)
    {
        var rule = new GateRule(verdict, today);
        return rule.Answer switch
        {
            GateAnswer.Failed => 4,
            GateAnswer.CannotTell => rule.Fails ? 3 : 2,
            GateAnswer.Warned => 1,
            _ => 0,
        };
    }
}
