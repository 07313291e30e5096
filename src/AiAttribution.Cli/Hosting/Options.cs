using System.CommandLine;

namespace AiAttribution.Cli.Hosting;

/// <summary>Options that verbs share.</summary>
internal static class Options
{
    public static Option<string> Repository() => new("--repo")
    {
        Description = "A folder in the repository.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ".",
    };

    public static Option<string?> Revision() => new("--rev")
    {
        Description = "Branch, tag or commit; default: HEAD with the files as they are on disk, where lines that are not committed are unknown.",
        HelpName = "REV",
    };

    public static Option<string?> Policy() => new("--policy")
    {
        Description = "Policy file; default: ai-attribution.json at the repository root.",
        HelpName = "FILE",
    };

    public static Option<string?> Since() => new("--since")
    {
        Description = "Baseline: a tag, commit or date. AI lines up to it are told, never judged.",
        HelpName = "REV",
    };

    public static Option<string> Format(string first, params string[] others)
    {
        var option = new Option<string>("--format")
        {
            Description = $"Form of the output: {string.Join(" or ", [first, .. others])}.",
            DefaultValueFactory = _ => first,
        };
        option.AcceptOnlyFromAmong([first, .. others]);
        return option;
    }
}
