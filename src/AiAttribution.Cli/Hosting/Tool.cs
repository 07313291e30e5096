using System.CommandLine;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Sessions.Verb;
using AiAttribution.Cli.Verbs.Blame;
using AiAttribution.Cli.Verbs.Check;
using AiAttribution.Cli.Verbs.Deployments;
using AiAttribution.Cli.Verbs.Doctor;
using AiAttribution.Cli.Verbs.Explain;
using AiAttribution.Cli.Verbs.Init;
using AiAttribution.Cli.Verbs.Inspect;
using AiAttribution.Cli.Verbs.Lines;
using AiAttribution.Cli.Verbs.Report;
using AiAttribution.Core.Reports;

namespace AiAttribution.Cli.Hosting;

/// <summary>The command line as a whole.</summary>
internal static class Tool
{
    /// <summary>Runs one command line and returns its exit code: 0 pass, 1 policy violated, 2 cannot tell.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole console)
    {
        try
        {
            ParseResult parsed = Root(console).Parse(arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
                throw new ToolException($"{parsed.Errors[0].Message} See 'ai-attribution {Verb(parsed)}--help'.");
            var configuration = new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration);
        }
        catch (OperationCanceledException)
        {
            return Fail(console, "stopped.");
        }
        catch (ToolException e)
        {
            return Fail(console, [.. e.Messages]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail(console, e.Message);
        }
        catch (Exception e)
        {
            return Fail(console, $"unexpected {e.GetType().Name}: {e.Message}");
        }
        finally
        {
            console.Out.Flush();
        }
    }

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand("What did an AI write in this git repository, was it tested, did it ship? Answers come from evidence in git, never from guessing at style.")
        {
            LinesVerb.Create(console),
            BlameVerb.Create(console),
            ExplainVerb.Create(console),
            ReportVerb.Create(console),
            SessionsVerb.Create(console),
            CheckVerb.Create(console),
            DoctorVerb.Create(console),
            InitVerb.Create(console),
            CaptureVerb.Create(console),
            CaptureVerb.CreateBackfill(console),
            InspectVerb.Create(console),
            DeploymentsVerb.Create(console),
        };
        HelpWithExamples.Install(root);
        return root;
    }

    private static string Verb(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name + " ";

    private static int Fail(ToolConsole console, params string[] messages)
    {
        foreach (string message in messages)
            console.Error.WriteLine($"ai-attribution: {Printable.Of(message.ReplaceLineEndings(" "))}");
        return ExitCode.CannotTell;
    }
}
