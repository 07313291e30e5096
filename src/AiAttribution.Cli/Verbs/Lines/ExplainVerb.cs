using System.CommandLine;
using System.Globalization;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary><c>explain</c>: why a line is what it is.</summary>
internal static class ExplainVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string> place = new("FILE:LINE") { Description = "Path from the current folder or from the repository root, and a line number." };
        Option<string> repo = Options.Repository();
        Option<string?> rev = Options.Revision();
        Option<string?> policy = Options.Policy();
        Option<string[]> coverage = Options.Coverage();
        Option<string[]> results = Options.Results();
        Option<string[]> deployments = Options.Deployments();
        var verb = new VerbCommand(
            "explain",
            "Explain one line: its commit, the evidence, the session, its member, and whether it was tested and deployed.",
            "ai-attribution explain src/Calc.cs:42",
            "ai-attribution explain src/Calc.cs:42 --rev v2.0")
        {
            place, repo, rev, coverage, results, deployments, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            (string file, int line) = Split(parsed.GetValue(place)!);
            string? revision = parsed.GetValue(rev);
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Revision = revision ?? "HEAD",
                ReadsRecord = Pipeline.AsksRecord(console.Variable, revision),
                Coverage = parsed.Files(coverage, console) ?? (revision is null ? null : []),
                TestResults = parsed.Files(results, console),
                Deployments = parsed.Files(deployments, console),
                Cancel = cancel,
            };
            using FileTarget target = await FileTarget.Open(console, file, options, revision is null);
            if (line > target.Attribution.LineCount)
                throw new ToolException($"'{target.Path}' has {target.Attribution.LineCount} lines, so there is no line {line}.");
            int told = target.Collection.Notes.Count;
            ExplainWriter.Write(console.Out, new Explanation(target, line));
            foreach (BuildProblem note in target.Collection.Notes.Skip(told))
                console.Error.WriteLine(ProblemText.Of(note));
            return ExitCode.Pass;
        });
        return verb;
    }

    private static (string File, int Line) Split(string place)
    {
        int colon = place.LastIndexOf(':');
        if (colon > 0 && int.TryParse(place.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int line) && line > 0)
            return (place[..colon], line);
        throw new ToolException($"'{place}' names no line; write the file, a colon and a line number, such as src/Calc.cs:42.");
    }
}

/// <summary>Writes an explanation as labels and sentences.</summary>
internal static class ExplainWriter
{
    private const int LabelWidth = 12;

    public static void Write(TextWriter output, Explanation explanation)
    {
        output.Write($"{Printable.Of(explanation.Headline)}\n\n");
        string before = "";
        foreach ((string label, string text) in explanation.Chain())
        {
            output.Write($"  {(label == before ? "" : label).PadRight(LabelWidth)}{Printable.Of(text)}\n");
            before = label;
        }
    }
}
