using System.IO.Compression;
using System.Text.RegularExpressions;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Reports.Statements;
using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests;

/// <summary>Whoever has only the package can follow its links: those of guides, of diagnostics and of schemas lead to files that are in it.</summary>
public partial class PackedLinkTests
{
    private static readonly IReadOnlyDictionary<string, string> Packed = Read();

    [Fact]
    public void Relative_link_of_a_packed_page_leads_to_a_packed_file() => Assert.All(Pages(), page =>
        Assert.All(page.Value.Links.Where(link => !link.Contains("://", StringComparison.Ordinal) && !link.StartsWith('#')), link =>
            Assert.Contains(new Uri(new Uri("https://package/" + page.Key), link.Split('#')[0]).AbsolutePath.TrimStart('/'), Packed.Keys)));

    [Fact]
    public void Link_of_a_packed_page_to_the_repository_leads_to_a_packed_file() => Assert.All(
        Pages().SelectMany(page => page.Value.Links.Where(link => Ours().IsMatch(link))), AssertPacked);

    [Fact]
    public void Help_link_of_every_diagnostic_leads_to_a_packed_page() => Assert.All(
        [.. BuildProblemKinds.All.Select(d => d.HelpLink), .. RuleCodes.All.Append(RuleCodes.GateCannotJudge).Select(RuleCodes.HelpLink), AttributionStatement.PredicateType], AssertPacked);

    [Fact]
    public void Schema_that_a_packed_file_names_is_packed() => Assert.All(
        Packed.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).SelectMany(file => Ours().Matches(file.Value).Select(link => link.Value)), AssertPacked);

    private static void AssertPacked(string link)
    {
        string path = Ours().Match(link).Groups[1].Value;
        Assert.Contains(path.EndsWith(".schema.json", StringComparison.Ordinal) ? "schemas/" + path["nuget/".Length..] : path.Replace("nuget/", "", StringComparison.Ordinal), Packed.Keys);
    }

    private static Dictionary<string, MarkdownPage> Pages() =>
        Packed.Where(file => file.Key.EndsWith(".md", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => new MarkdownPage(file.Value));

    private static Dictionary<string, string> Read()
    {
        using ZipArchive archive = ZipFile.OpenRead(PackedPackage.Instance.PackageFile);
        return archive.Entries.ToDictionary(entry => entry.FullName, Text);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        if (Path.GetExtension(entry.FullName) is not (".md" or ".json"))
            return "";
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"https://(?:github\.com/aiattribution/aiattribution/blob|raw\.githubusercontent\.com/aiattribution/aiattribution)/main/([^#""\s)]+)")]
    private static partial Regex Ours();
}
