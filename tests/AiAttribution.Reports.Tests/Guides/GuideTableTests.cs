using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests;
using AiAttribution.Testing.Files;
using static AiAttribution.Testing.Files.MarkdownPage;

namespace AiAttribution.Reports.Tests.Guides;

/// <summary>The tables of the guides are held against the code.</summary>
public class GuideTableTests
{
    [Fact]
    public void Guide_of_reports_lists_every_form_with_its_file()
    {
        IEnumerable<(string Name, string File)> rows = Of("nuget/docs/reports.md").Rows("`--format`", "file")
            .Where(row => row[0] != "`all`")
            .SelectMany(row => Quoted(row[0]).Zip(Quoted(row[1])));

        Assert.Equal(ReportFormats.All.Select(form => (form.Name, form.FileName)), rows);
    }

    [Fact]
    public void Troubleshooting_lists_every_page_of_a_code_by_its_heading()
    {
        IEnumerable<string> rows = Of("nuget/docs/troubleshooting.md").Rows("code").Select(row => $"# {CodeOf(row[0])}: {row[^(row.Length == 4 ? 2 : 1)]}");
        IEnumerable<string> pages = Directory.GetFiles(Path.Combine(ProjectFiles.Root, "nuget", "docs"), "AIA*.md").Select(page => File.ReadLines(page).First());

        Assert.Equal(pages.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Troubleshooting_tells_level_of_every_environment_code() =>
        Assert.Equal(
            BuildProblemKinds.All.Select(d => (d.Code, d.IsWarning ? "warning" : "message")),
            Of("nuget/docs/troubleshooting.md").Rows("code", "level").Select(row => (CodeOf(row[0]), row[1])));

    [Fact]
    public void Guide_of_the_policy_lists_every_requirement_by_its_code()
    {
        IEnumerable<string> codes = Of("nuget/docs/policy.md").Rows("`require`", "judges").SelectMany(row => row[3].Split(", ")).Select(CodeOf);

        Assert.Equal(RuleCodes.All.Where(code => code != RuleCodes.CannotTell), codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_of_the_policy_lists_every_preset_the_least_demanding_first() =>
        Assert.Equal(Preset.Names, Of("nuget/docs/policy.md").Rows("preset", "rules").Select(row => Quoted(row[0]).First()));

    [Fact]
    public void Guide_of_evidence_lists_every_kind_and_grade()
    {
        MarkdownPage page = Of("nuget/docs/evidence.md");

        Assert.Equal(EvidenceKindNames.All, page.Rows("kind", "is").Select(row => Quoted(row[0]).Single()));
        Assert.Equal(Enum.GetValues<EvidenceGrade>().Select(ReportWords.Of).Order(), page.Rows("grade", "from").Select(row => Quoted(row[0]).Single()).Order());
    }

    [Fact]
    public void Guide_of_tests_and_deployments_lists_every_trail()
    {
        string[] words = [.. Of("nuget/docs/tests-and-deployments.md").Rows("trail", "meaning").Select(row => Quoted(row[0]).Single())];

        Assert.Equal(
            Enum.GetValues<TestTrail>().Select(ReportWords.Of).Concat(Enum.GetValues<DeploymentTrail>().Select(ReportWords.Of)).Order(),
            words.Order());
    }

    private static string CodeOf(string link) => link.Split('[', ']')[1];
}
