using AiAttribution.Core.Deployments;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>What helps against the findings that block, or where none does, against all; links lead to this page alone.</summary>
internal static class WaysOut
{
    public static Markup Of(ReportModel report, IReadOnlyList<Finding> found)
    {
        Finding[] open = [.. found.Any(f => f.Blocks) ? found.Where(f => f.Blocks) : found];
        IEnumerable<(string? Rule, Markup Way)> ways = open.GroupBy(f => f.Rule?.Id).SelectMany(rule => WaysOf([.. rule], report).Select(way => (rule.Key, way)));
        List<Markup> items = [.. ways.GroupBy(w => w.Way).Select(g => Item([.. g.Select(w => w.Rule).OfType<string>()], g.Key))];
        // Of a range the default rule may miss a test where the member by itself, with what the range deployed, has nothing wrong.
        if (items.Count == 0 && ReleaseGate.Of(report).Rules.Any(r => r.Open.Count > 0))
            items.Add(Measure);
        if (ReleaseGate.Of(report).Rules.Any(r => r.Fails && WaiverSnippet.Of(r) is not null))
            items.Add(Markup.Of($"Where it cannot be mended in time, a <a href=\"#waivers\">waiver to copy</a> stands below."));
        if (open.Any(f => f.Member is not null))
            items.Add(Markup.Of($"See the chain behind one line, from commit to deployment, with a <a href=\"#fix\">place</a>:\n{Command("ai-attribution explain FILE:LINE")}"));
        return items.Count == 0 ? Markup.Empty : Markup.Of($"<h3>{(open.Any(f => f.Blocks) ? "Ways out" : "What helps")}</h3>\n<ul class=\"mends\">\n{Markup.Join(items.Select(w => Markup.Of($"<li>{w}</li>\n")))}</ul>\n");
    }

    /// <summary>Each rule has a way out of its own; rules with the same one share it.</summary>
    private static Markup Item(string[] rules, Markup way) => rules.Length == 0 ? way : Markup.Of($"<strong>{string.Join(", ", rules)}</strong>: {way}");

    private static IEnumerable<Markup> WaysOf(Finding[] found, ReportModel report)
    {
        bool asksForTests = found.Any(AsksForTests);
        bool asksForDeployment = found.Any(AsksForDeployment) && report.Policy.DeploymentTags.Count > 0;
        if (asksForTests)
            yield return Measure;
        if (asksForDeployment)
            yield return Deploy(report);
        if (!asksForTests && !asksForDeployment && found[0].Rule is { } rule)
            yield return Of(rule.Require);
    }

    /// <summary>Tags are fetched where none is known; else they are here, and what is missing is a release.</summary>
    private static Markup Deploy(ReportModel report) => Markup.Of($"Once it is deployed, say so with a tag like {Code(report.Policy.DeploymentTags[0].Pattern)}{(report.Deployments.Count > 0 ? Markup.Of($" (<a href=\"#deployed\">what is deployed</a>).") : Markup.Of($", and fetch the tags where this report is made; <a href=\"#deployed\">what is deployed</a>:\n{Command(Remedy.FetchTags)}"))}");

    private static Markup Measure => Markup.Of($"Add a test that runs the member if there is none, then measure; <a href=\"#tested\">what is tested</a>:\n{Command(Remedy.Measure)}");

    private static bool AsksForTests(Finding finding) => finding.Rule is { } rule
        ? rule.Require is TrailsRequirement or TestsRequirement or CoverageRequirement
        : finding.Member is { Verdict.Test: not (TestTrail.Tested or TestTrail.Linked) };

    private static bool AsksForDeployment(Finding finding) => finding.Rule is { } rule
        ? rule.Require is TrailsRequirement or DeploymentRequirement
        : finding.Member is { Verdict.Deployment: DeploymentTrail.None or DeploymentTrail.Unknown or DeploymentTrail.Pending };

    private static Markup Of(Requirement require) => require switch
    {
        PeriodBudgetRequirement or CommitBudgetRequirement or TokensWithoutCodeRequirement or CostPerNdRequirement =>
            Markup.Of($"See <a href=\"#cost\">what used the tokens</a>; raise the budget in the policy, or wait for the next release or month."),
        TrailerRequirement or SignOffRequirement or CoAuthorRequirement or SessionRequirement =>
            Markup.Of($"Change the message of a commit as long as it is not merged:\n{Command("git rebase --interactive origin/HEAD")}"),
        AllowedAgentsRequirement or AllowedModelsRequirement => Markup.Of($"Do the work with an agent or model that the policy allows, or allow this one in the policy; <a href=\"#sure\">who wrote what</a>."),
        HumanReviewRequirement => Markup.Of($"Have a person review the change, and give the approvals that the host exports:\n{Command("ai-attribution check --approvals FILE")}"),
        UnknownRequirement => Markup.Of($"See <a href=\"#sure\">what is missing</a>, and fetch it."),
        LeftOutRequirement => Markup.Of($"See <a href=\"#where\">which lines stand in no member</a>."),
        PullRequestRequirement => Markup.Of($"Mend the text of the pull request as the finding says; the gate reads it anew at the next run."),
        _ => Markup.Of($"See <a href=\"#fix\">what was found</a>, and the <a href=\"{RuleCodes.HelpLink(require.Code)}\">page on {require.Code}</a>."),
    };
}
