using System.Text.RegularExpressions;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using static AiAttribution.Testing.Files.MarkdownPage;

namespace AiAttribution.Cli.Tests;

/// <summary>Verbs and options of the guide are those that the tool has.</summary>
public partial class ToolGuideTests
{
    private static readonly MarkdownPage Guide = Of("nuget/docs/tool.md");

    [Fact]
    public async Task Guide_lists_every_verb()
    {
        IEnumerable<string> listed = Guide.Rows("verb", "answers").SelectMany(row => Quoted(row[0])).Select(usage => LowerWords().Match(usage).Value);

        Assert.Equal((await Verbs()).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Guide_lists_every_option_of_every_verb()
    {
        string[] verbs = await Verbs();
        ILookup<string, string> listed = Guide.Rows("option", "verbs")
            .SelectMany(row => Quoted(row[0]).SelectMany(option => VerbsOf(row[1], verbs).Select(verb => (verb, Name: option.Split(' ')[0]))))
            .ToLookup(entry => entry.verb, entry => entry.Name);

        foreach (string verb in verbs)
            Assert.Equal((verb, string.Join(' ', (await Options(verb)).Order(StringComparer.Ordinal))), (verb, string.Join(' ', listed[verb].Order(StringComparer.Ordinal))));
    }

    private static IEnumerable<string> VerbsOf(string cell, string[] all) =>
        cell.StartsWith("all but ", StringComparison.Ordinal) ? all.Except(Quoted(cell)) : Quoted(cell);

    private static async Task<string[]> Verbs()
    {
        var verbs = new List<string>();
        foreach (string verb in await Commands())
        {
            string[] below = await Commands(verb);
            verbs.AddRange(below.Length == 0 ? [verb] : below.Select(sub => $"{verb} {sub}"));
        }

        return [.. verbs];
    }

    private static async Task<string[]> Commands(params string[] verb)
    {
        string help = await Help(verb);
        int start = help.IndexOf("\nCommands:\n", StringComparison.Ordinal);
        return start < 0 ? [] : [.. Command().Matches(help[start..]).Select(match => match.Groups[1].Value)];
    }

    private static async Task<IEnumerable<string>> Options(string verb) =>
        Option().Matches(await Help(verb.Split(' '))).Select(match => match.Groups[1].Value);

    private static async Task<string> Help(params string[] verb) => (await ToolRun.Of("/", [.. verb, "--help"])).Out.ReplaceLineEndings("\n");

    [GeneratedRegex("^[a-z]+( [a-z]+)*")]
    private static partial Regex LowerWords();

    [GeneratedRegex("^  ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex("^  (--[a-z-]+)", RegexOptions.Multiline)]
    private static partial Regex Option();
}
