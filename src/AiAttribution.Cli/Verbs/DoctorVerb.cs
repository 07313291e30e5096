using System.CommandLine;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>doctor</c>: what is there, what is missing, and how to mend it.</summary>
internal static class DoctorVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> policy = Options.Policy();
        var verb = new VerbCommand(
            "doctor",
            "Say what of repository, policy, evidence, tests and deployments is there, and which command mends what is missing. Exit code 2 when nothing can be attributed.",
            "ai-attribution doctor",
            "ai-attribution doctor --repo ../other")
        {
            repo, policy,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            var options = new CollectOptions
            {
                StartDirectory = console.FullPath(parsed.GetValue(repo)!),
                PolicyPath = parsed.GetValue(policy) is { } path ? console.FullPath(path) : null,
                Cancel = cancel,
            };
            using CollectedRepository collection = await LongWork.Run(console, progress => Collector.Collect(options with { Progress = progress }));
            Finding[] findings = [.. Examination.Of(collection)];
            foreach (Finding finding in findings)
                Write(console.Out, finding);
            return findings.Any(f => f.Health == Health.Broken) ? ExitCode.CannotTell : ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(TextWriter output, Finding finding)
    {
        string word = finding.Health switch
        {
            Health.Ok => "ok",
            Health.Missing => "missing",
            _ => "broken",
        };
        output.Write($"{word,-8}{finding.Topic}: {Printable.Of(finding.Text)}\n");
        if (finding.Remedy is { } remedy)
            output.Write($"        → {Printable.Of(remedy)}\n");
    }
}
