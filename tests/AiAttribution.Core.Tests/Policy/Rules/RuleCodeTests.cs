using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class RuleCodeTests
{
    [Fact]
    public void Every_policy_code_has_a_page_and_every_page_a_code()
    {
        IEnumerable<string?> pages = Directory.GetFiles(Path.Combine(ProjectFiles.Root, "nuget", "docs"), "AIA2*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(RuleCodes.All.Prepend("AIA2000").Append(RuleCodes.GateCannotJudge).Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_begins_with_its_code_and_says_what_to_do() => Assert.All(RuleCodes.All.Append(RuleCodes.GateCannotJudge), code =>
    {
        string page = ProjectFiles.Read($"nuget/docs/{code}.md");
        Assert.StartsWith($"# {code}: ", page, StringComparison.Ordinal);
        Assert.Contains("**What to do.**", page, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_requirement_has_a_code_of_the_list()
    {
        Requirement[] requirements =
        [
            new TrailsRequirement(), new TrailerRequirement(["A"], false, null), new SignOffRequirement(), new CoAuthorRequirement(), new SessionRequirement(true),
            new HumanReviewRequirement(), new TestsRequirement(TestsDemand.Tested), new CoverageRequirement(1, 1), new DeploymentRequirement(), new AllowedAgentsRequirement([]), new UnknownRequirement(0),
            new CommitBudgetRequirement(new BudgetLimit(1, null)), new PeriodBudgetRequirement(BudgetSpan.Month, new BudgetLimit(1, null)), new TokensWithoutCodeRequirement(BudgetSpan.Month, 0, 1), new LeftOutRequirement(0, []),
            new PullRequestRequirement("AI", null, Agent: false, Model: false),
        ];

        Assert.Equal(RuleCodes.All, requirements.Select(r => r.Code).Append(RuleCodes.CannotTell).Order(StringComparer.Ordinal));
    }
}
