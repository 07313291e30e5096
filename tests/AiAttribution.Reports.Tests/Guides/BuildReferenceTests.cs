using System.Text.RegularExpressions;
using AiAttribution.Testing.Files;
using static AiAttribution.Testing.Files.MarkdownPage;

namespace AiAttribution.Reports.Tests.Guides;

/// <summary>Properties, items and targets of the guide are those that the package's own build files read, write and offer.</summary>
public partial class BuildReferenceTests
{
    private static readonly string Build = string.Concat(
        new[] { "AiAttribution.props", "AiAttribution.targets", "AiAttribution.Line.targets", "AiAttribution.Warnings.targets" }.Select(file => ProjectFiles.Read("nuget/build/" + file)));

    private static readonly MarkdownPage Guide = Of("nuget/docs/getting-started.md");

    [Fact]
    public void Guide_lists_every_property()
    {
        IEnumerable<string> known = Read().Matches(Build).Concat(Written().Matches(Build)).Select(match => match.Groups[1].Value);

        Assert.Equal(known.Distinct().Order(StringComparer.Ordinal), Guide.Rows("property").SelectMany(row => Quoted(row[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_tells_the_defaults_that_the_build_sets()
    {
        Dictionary<string, string> told = Guide.Rows("property", "default").ToDictionary(row => Quoted(row[0]).Single(), row => row[1]);

        Assert.NotEmpty(Default().Matches(Build));
        Assert.All(Default().Matches(Build), match => Assert.Equal($"`{match.Groups[2].Value}`", told[match.Groups[1].Value]));
    }

    [Fact]
    public void Guide_lists_every_item() =>
        Assert.Equal(
            Item().Matches(Build).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            Guide.Rows("item", "default").Select(row => Quoted(row[0]).Single()).Order(StringComparer.Ordinal));

    [Fact]
    public void Guide_lists_every_target() =>
        Assert.Equal(
            Target().Matches(Build).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            Guide.Rows("target", "does").Select(row => Quoted(row[0]).Single()).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\$\((AiAttribution[A-Za-z]+)\)")]
    private static partial Regex Read();

    [GeneratedRegex(@"^\s*<(AiAttribution[A-Za-z]+)\b[^>]*>[^<]*</\1>", RegexOptions.Multiline)]
    private static partial Regex Written();

    [GeneratedRegex("""<(AiAttribution[A-Za-z]+) Condition="'\$\(\1\)' == ''">([^<]*)</""")]
    private static partial Regex Default();

    [GeneratedRegex(@"@\((AiAttribution[A-Za-z]+)")]
    private static partial Regex Item();

    [GeneratedRegex("""<Target Name="(AiAttribution[A-Za-z]+)\b""")]
    private static partial Regex Target();
}
