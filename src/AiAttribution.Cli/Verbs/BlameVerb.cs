using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Policy;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>blame</c>: state, commit and agent of every line of a file.</summary>
internal static class BlameVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> file = new("FILE") { Description = "Path from the current folder or from the repository root." };
        Option<string> repo = Options.Repository();
        Option<string?> rev = Options.Revision();
        Option<string?> policy = Options.Policy();
        Option<string?> mode = Options.Mode();
        Option<bool> plain = Options.NoIgnoredRevisions();
        Option<string> format = Options.Format("text", "tsv");
        var verb = new VerbCommand(
            "blame",
            "Show state, commit and agent of every line of a file. Never a person: git blame tells who.",
            "ai-attribution blame src/Calc.cs",
            "ai-attribution blame src/Calc.cs --rev v2.0 --format tsv")
        {
            file, repo, rev, mode, plain, format, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            string? revision = parsed.GetValue(rev);
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Revision = revision ?? "HEAD",
                Mode = Options.ModeOf(parsed.GetValue(mode)),
                PassOverIgnoredRevisions = !parsed.GetValue(plain),
                DefaultMode = AttributionMode.Git,
                ReadsRecord = Pipeline.AsksRecord(console.Variable, revision),
                Cancel = cancel,
            };
            using FileTarget target = await FileTarget.Open(console, parsed.GetValue(file)!, options, revision is null);
            BlameWriter.Write(console.Out, target, parsed.GetValue(format) == "tsv");
            return ExitCode.Pass;
        });
        return verb;
    }
}
