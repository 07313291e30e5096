using System.CommandLine;
using AiAttribution.Core.Policy;

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

    public static Option<string?> Revision() => NotEmpty(new("--rev")
    {
        Description = "Branch, tag or commit; default: HEAD with the files as they are on disk, where lines that are not committed are unknown unless 'working' knows their session.",
        HelpName = "REV",
    });

    public static Option<string?> Policy() => NotEmpty(new("--policy")
    {
        Description = "Policy file; default: ai-attribution.json at the repository root.",
        HelpName = "FILE",
    });

    public static Option<string?> Mode()
    {
        var option = new Option<string?>("--mode")
        {
            Description = "Origin of a line: 'git' as git blame, 'meaning' past changes of layout and moves; default: what the policy says, else git.",
        };
        option.AcceptOnlyFromAmong("git", "meaning");
        return option;
    }

    public static Option<bool> NoIgnoredRevisions() => new("--no-ignore-revs")
    {
        Description = "Take the commits in .git-blame-ignore-revs for authors of lines like any other, as git blame does when not told of that file.",
    };

    public static AttributionMode? ModeOf(string? word) => word switch
    {
        "git" => AttributionMode.Git,
        "meaning" => AttributionMode.Meaning,
        _ => null,
    };

    public static Option<string?> Since() => NotEmpty(new("--since")
    {
        Description = "Baseline: a tag, commit or date. AI lines up to it are told, never judged.",
        HelpName = "REV",
    });

    public static Option<string[]> Coverage() => new("--coverage")
    {
        Description = "Coverage report: Cobertura, Microsoft XML, OpenCover, coverlet JSON or lcov; may be given several times. Default: those under TestResults.",
        HelpName = "FILE",
    };

    public static Option<string[]> Results() => new("--results")
    {
        Description = "Test results, TRX or JUnit; coverage of a run that failed counts for nothing. May be given several times. Default: those beside the coverage reports.",
        HelpName = "FILE",
    };

    public static Option<string[]> Deployments() => new("--deployments")
    {
        Description = "Deployment records, or an export that 'deployments import' knows; may be given several times. Default: those that the policy names.",
        HelpName = "FILE",
    };

    public static Option<string[]> Approvals() => new("--approvals")
    {
        Description = "Approvals of the pull request as its forge exports them: GitHub reviews, GitLab approvals, Azure DevOps reviewers. Rules on reviews count those of the last commit of RANGE. May be given several times.",
        HelpName = "FILE",
    };

    /// <summary>Files of approvals that were given; none when none were.</summary>
    /// <exception cref="ToolException">There is no range that they could be of.</exception>
    public static IReadOnlyList<string> ApprovalFiles(this ParseResult parsed, Option<string[]> option, ToolConsole console, string? range)
    {
        IReadOnlyList<string> files = parsed.Files(option, console) ?? [];
        return files.Count > 0 && range is null ? throw new ToolException("--approvals is of a pull request, and no range is given; give its base, such as origin/main.") : files;
    }

    /// <summary>Full paths of files that were given; null when none were, so that they are looked for.</summary>
    public static IReadOnlyList<string>? Files(this ParseResult parsed, Option<string[]> option, ToolConsole console) =>
        parsed.GetValue(option) is { Length: > 0 } files ? [.. files.Select(console.FullPath)] : null;

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

    private static Option<string?> NotEmpty(Option<string?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(t => string.IsNullOrWhiteSpace(t.Value)))
                result.AddError($"{option.Name} needs a value.");
        });
        return option;
    }
}
