using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Reports;

namespace AiAttribution.Package.Tests;

public partial class ReportFormTests
{
    private static readonly ReportFormat[] BuildForms = [.. ReportFormats.All.Where(f => !f.NeedsRange)];

    [Fact]
    public void Build_writes_the_forms_that_are_asked_for_knows_members_in_them_and_one_that_was_deleted_comes_back()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:AiAttributionReports=html%3Bsarif%2Cjunit").Succeeded();

        Assert.Equal(["AiAttribution.gate.xml", "AiAttribution.html", "AiAttribution.sarif"], Reports(sandbox));
        Assert.All(Reports(sandbox), name => Assert.Contains("Prices.Discounted(int, int)", File.ReadAllText(Report(sandbox, name))));

        File.Delete(Report(sandbox, "AiAttribution.html"));
        File.Delete(sandbox.PathOf("App/obj/Debug/net10.0/ai-attribution/App/AiAttribution.html"));
        sandbox.Build("-p:AiAttributionReports=html%3Bsarif%2Cjunit").Succeeded();
        Assert.Equal(["AiAttribution.gate.xml", "AiAttribution.html", "AiAttribution.sarif"], Reports(sandbox));
    }

    [Fact]
    public void Build_writes_json_and_markdown_unless_asked_and_other_forms_come_without_a_compile_and_the_old_ones_go()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Build().Succeeded();
        Assert.Equal(["AiAttribution.json", "AiAttribution.md"], Reports(sandbox));
        IReadOnlyList<string> assembly = sandbox.State(sandbox.Assembly);

        sandbox.Build("-p:AiAttributionReports=md%3Bcsv").Succeeded();

        Assert.Equal(["AiAttribution.csv", "AiAttribution.md"], Reports(sandbox));
        Assert.Equal(assembly, sandbox.State(sandbox.Assembly));
    }

    [Fact]
    public void Second_build_writes_no_form_again_and_the_same_commit_gives_the_same_bytes_in_another_folder()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        using Sandbox other = Sandbox.WithAiMethod();
        // Without a remote a repository is called as its folder.
        foreach (Sandbox clone in (Sandbox[])[sandbox, other])
            clone.Repository.Git("remote", "add", "origin", "https://host.example/owner/shop.git");
        sandbox.Build("-p:AiAttributionReports=all%3Benvelope").Succeeded();
        string[] files = [.. Reports(sandbox).Select(name => Report(sandbox, name))];
        IReadOnlyList<string> before = sandbox.State(files);

        BuildResult second = sandbox.Build("-p:AiAttributionReports=all%3Benvelope", "-v:d").Succeeded();

        Assert.Equal(BuildForms.Select(f => f.FileName).Order(StringComparer.Ordinal), Reports(sandbox));
        Assert.Equal(before, sandbox.State(files));
        Assert.Contains("Skipping target \"_AiAttributionCollectCore\" because all output files are up-to-date", second.Output);

        other.Build("-p:AiAttributionReports=all%3Benvelope").Succeeded();
        Assert.Equal(sandbox.Repository.Head, other.Repository.Head);
        // The assembly holds the path of its symbols, so reports with its digest differ as it does.
        Assert.All(BuildForms.Where(f => !f.NeedsArtifacts), f => Assert.Equal(File.ReadAllText(Report(sandbox, f.FileName)), File.ReadAllText(Report(other, f.FileName))));
    }

    [Fact]
    public void Unknown_form_is_warned_about_in_every_build_and_the_others_are_written()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        for (int build = 0; build < 2; build++)
        {
            BuildDiagnostic warning = Assert.Single(sandbox.Build("-p:AiAttributionReports=htm%3Bcsv").Succeeded().Of("AIA9017"));
            Assert.Contains("'htm', which is no form of the report", warning.Message);
            Assert.Contains(string.Join(", ", BuildForms.Select(f => f.Name)), warning.Message);
        }

        Assert.Equal(["AiAttribution.csv"], Reports(sandbox));
    }

    [Fact]
    public void Statement_is_about_the_assembly_that_was_built_and_follows_it()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        sandbox.Build("-p:AiAttributionReports=intoto%3Bcyclonedx").Succeeded();

        Assert.Equal(["AiAttribution.cdx.json", "AiAttribution.intoto.json"], Reports(sandbox));
        Assert.All(Reports(sandbox), name => Assert.Contains(Digest(sandbox), File.ReadAllText(Report(sandbox, name))));
        JsonElement subject = JsonDocument.Parse(File.ReadAllText(Report(sandbox, "AiAttribution.intoto.json"))).RootElement.GetProperty("subject")[0];
        Assert.Equal("App.dll", subject.GetProperty("name").GetString());
        string before = Digest(sandbox);

        sandbox.Build("-p:AiAttributionReports=intoto%3Bcyclonedx", "-p:AssemblyTitle=Other").Succeeded();

        Assert.NotEqual(before, Digest(sandbox));
        Assert.Contains(Digest(sandbox), File.ReadAllText(Report(sandbox, "AiAttribution.intoto.json")));
    }

    [Fact]
    public void Targets_know_every_form()
    {
        string targets = File.ReadAllText(Path.Combine(PackedPackage.RepositoryRoot, "nuget", "build", "AiAttribution.targets"));

        Assert.Equal(BuildForms.Select(f => (f.Name, f.FileName, f.NeedsArtifacts)), Form().Matches(targets).Select(m => (m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Success)));
    }

    private static string Digest(Sandbox sandbox) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(sandbox.PathOf("App/bin/Debug/net10.0/App.dll")))).ToLowerInvariant();

    private static string Report(Sandbox sandbox, string name) => sandbox.PathOf($"App/obj/ai-attribution/App/Debug/net10.0/{name}");

    private static IReadOnlyList<string> Reports(Sandbox sandbox) =>
        [.. Directory.GetFiles(sandbox.PathOf("App/obj/ai-attribution/App/Debug/net10.0")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [GeneratedRegex("""<_AiAttributionForm Include="(.*?)" File="(.*?)"( Late="true")? />""")]
    private static partial Regex Form();
}
