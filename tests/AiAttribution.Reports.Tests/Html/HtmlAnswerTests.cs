using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Reports.Html;

namespace AiAttribution.Reports.Tests.Html;

/// <summary>Answers at the top of the page say no more than is known.</summary>
public sealed class HtmlAnswerTests
{
    private static readonly AiSource Source = new(EvidenceGrade.Declared, "codex", "gpt-5", null, "0123456789ab", DeploymentTrail.None, null);

    [Fact]
    public void Without_a_policy_nothing_can_block_and_nothing_is_green()
    {
        string page = HtmlReport.Write(Report(TestTrail.None, TestTrail.Unmeasured));

        Assert.Contains("<p class=\"banner no-policy\"><span class=\"mark\" aria-hidden=\"true\">–</span> <strong>No policy: nothing can block.</strong> <span>1 of 2 AI-heavy members has neither a test nor a deployment. 1 more was not measured.</span></p>", page, StringComparison.Ordinal);
        Assert.Contains("No policy, so nothing can block; 2 findings are listed.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"banner clear\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_policy_that_holds_nothing_blocks() =>
        Assert.Contains("<p class=\"banner clear\"><span class=\"mark\" aria-hidden=\"true\">✓</span> <strong>Nothing blocks.</strong>", HtmlReport.Write(Report(TestTrail.Tested) with { PolicyFile = "ai-attribution.json" }), StringComparison.Ordinal);

    [Fact]
    public void Nothing_measured_is_no_share() =>
        Assert.Contains("Not known: no AI-heavy member was measured; tests refer to 1 of 3.", HtmlReport.Write(Report(TestTrail.Linked, TestTrail.Unmeasured, TestTrail.Unmeasured)), StringComparison.Ordinal);

    [Fact]
    public void Share_is_one_of_what_was_measured() =>
        Assert.Contains(
            "1 of 2 measured AI-heavy members ran in a passing test, measured on this very text. 3 of 5 were not measured; tests refer to 1 of 5.",
            HtmlReport.Write(Report(TestTrail.Tested, TestTrail.None, TestTrail.Linked, TestTrail.Stale, TestTrail.Unmeasured)), StringComparison.Ordinal);

    [Fact]
    public void Repository_is_called_by_its_name() =>
        Assert.Contains("<title>AI attribution of shop</title>", HtmlReport.Write(Report(TestTrail.Tested) with { Subject = ReportModel.WholeRepository, Repository = "shop" }), StringComparison.Ordinal);

    [Fact]
    public void Cost_is_answered_with_the_amount_and_the_tokens_first() =>
        Assert.Contains("<p class=\"lead known\">At least $12.50, 2,000,000 tokens; recorded for 12 of 34 AI commits.</p>", HtmlReport.Write(ReportBuilder.Create()), StringComparison.Ordinal);

    private static ReportModel Report(params TestTrail[] trails) => new()
    {
        Subject = "Lib",
        Commit = "0123456789abcdef0123456789abcdef01234567",
        Members = [.. trails.Select((t, i) => ReportBuilder.Member($"A.M{i}", "A.cs", i + 1, Source, t, DeploymentTrail.Unknown))],
    };
}
