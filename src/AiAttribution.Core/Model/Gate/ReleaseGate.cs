using AiAttribution.Core.Policy.Rules;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model.Gate;

/// <summary>
/// The answer to "May I ship this?": what the policy's rules say, on a day. Every writer, <c>ai-attribution check</c> and the build ask here, so that they agree.
/// </summary>
/// <param name="State">The answer.</param>
/// <param name="Sentence">The answer as one sentence with full stop.</param>
/// <param name="Rules">All rules that are not off: failed ones first, then those that cannot be told, then in the order of the policy.</param>
internal sealed record ReleaseGate(GateState State, string Sentence, IReadOnlyList<GateRule> Rules)
{
    /// <summary>The answer where nobody wrote a policy: that nothing blocks would say more.</summary>
    public const string NoPolicy = "No policy: nothing can block.";

    private const int MostNames = 5;

    /// <summary>What was found where no policy can block; null with a policy.</summary>
    public string? Found { get; private init; }

    /// <summary>Whether rules apply and not one of them could judge, for want of evidence.</summary>
    public bool JudgedNothing { get; } = Rules.Any(r => r.Applies) && Rules.Where(r => r.Applies).All(r => r.Verdict.Decided == 0);

    /// <summary>Whether it fails a build: a rule fails, be it violated or not to be told where that is not accepted.</summary>
    public bool Fails => Rules.Any(r => r.Fails);

    /// <summary>What is missing for an answer; history first, for without it nothing else helps. Null when the answer is known.</summary>
    public RuleFinding? Missing => State != GateState.CannotTell ? null
        : Rules.SelectMany(r => r.Open.Where(f => f.Kind == FindingKind.Gap)).OrderByDescending(f => f.IsHistory).FirstOrDefault();

    /// <summary>0 when nothing fails, 1 when a rule is violated, 2 when it fails because it cannot be told.</summary>
    public int ExitCode => State == GateState.Blocked ? 1 : Fails ? 2 : 0;

    /// <summary>The answer of a report. Where nothing was attributed it is that nobody can tell, never a pass.</summary>
    public static ReleaseGate Of(ReportModel report)
    {
        if (report.Commit is null)
            return new(GateState.CannotTell, "Nothing was attributed.", []);
        ReleaseGate gate = Of(report.Rules, report.Today);
        // A build may make an error of the default rule; then there is something that can block.
        if (report.PolicyFile is not null || gate.Rules.Any(r => r.Rule.Severity == RuleSeverity.Error))
            return gate;
        string found = report.Judged is null ? TrailTally.Of(report) : TrailTally.Of(gate.Rules);
        return gate with { Found = found, Sentence = $"There is {char.ToLowerInvariant(NoPolicy[0])}{NoPolicy[1..]} {found}" };
    }

    /// <summary>The answer of rules on a day.</summary>
    public static ReleaseGate Of(IReadOnlyList<RuleVerdict> verdicts, DateOnly today)
    {
        GateRule[] rules = [.. verdicts.Select(v => new GateRule(v, today)).OrderBy(r => r.Answer).ThenByDescending(r => r.Fails)];
        GateRule[] failed = [.. rules.Where(r => r.Answer == GateAnswer.Failed)];
        if (failed.Length > 0)
            return new(GateState.Blocked, $"{failed.Length} of {Count(rules.Length, "rule")} {(failed.Length == 1 ? "fails" : "fail")}: {Names(failed)}.", rules);
        // A rule that only tells leaves no question open when it cannot be told.
        GateRule[] open = [.. rules.Where(r => r.Answer == GateAnswer.CannotTell && r.Rule.Severity > RuleSeverity.Info)];
        if (open.Length > 0)
            return new(GateState.CannotTell, $"{open.Length} of {Count(rules.Length, "rule")} cannot be told{Demand(open)}: {Names(open)}.", rules);
        GateRule[] warned = [.. rules.Where(r => r.Answer is GateAnswer.Warned or GateAnswer.CannotTell)];
        return new(GateState.Clear, warned.Length > 0 ? $"No rule fails; {warned.Length} of {rules.Length} {(warned.Length == 1 ? "warns" : "warn")}: {Names(warned)}." : Held(rules.Length), rules);
    }

    private static string Demand(GateRule[] open) =>
        open.Any(r => r.Fails && r.Rule.FailsOnUnknown) ? ", and the policy demands an answer"
        : open.Any(r => r.Verdict.IsDemanded) ? ", and a pipeline where nothing was judged does not pass"
        : open.Any(r => r.Fails) ? ", because history is missing"
        : "";

    private static string Held(int rules) => rules switch
    {
        0 => "The policy has no rule.",
        1 => "The one rule of the policy holds.",
        _ => $"All {rules} rules hold.",
    };

    private static string Names(GateRule[] rules) =>
        string.Join(", ", rules.Take(MostNames).Select(r => r.Rule.Id)) + (rules.Length > MostNames ? $" and {rules.Length - MostNames} more" : "");
}
