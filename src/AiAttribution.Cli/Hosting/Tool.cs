using System.CommandLine;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Lsp;
using AiAttribution.Cli.Verbs;
using AiAttribution.Cli.Verbs.Lines;
using AiAttribution.Cli.Verbs.Report;
using AiAttribution.Cli.Verbs.Sessions;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Hosting;

/// <summary>The command line as a whole.</summary>
internal static class Tool
{
    private static readonly (string Name, Func<ToolConsole, Command> Create)[] Verbs =
    [
        ("lines", LinesVerb.Create),
        ("blame", BlameVerb.Create),
        ("explain", ExplainVerb.Create),
        ("report", ReportVerb.Create),
        ("sessions", SessionsVerb.Create),
        ("outcomes", OutcomesVerb.Create),
        ("check", CheckVerb.Create),
        ("doctor", DoctorVerb.Create),
        ("init", InitVerb.Create),
        ("capture", CaptureVerb.Create),
        ("backfill", CaptureVerb.CreateBackfill),
        ("working", WorkingVerb.Create),
        ("snapshot", SnapshotVerb.Create),
        ("lsp", LspVerb.Create),
        ("inspect", InspectVerb.Create),
        ("verify", VerifyVerb.Create),
        ("deployments", DeploymentsVerb.Create),
    ];

    /// <summary>Runs one command line and returns its exit code: 0 pass, 1 policy violated, 2 cannot tell.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole target)
    {
        ToolConsole console = target.ForItsReader();
        try
        {
            RootCommand root = Root(console, arguments);
            ParseResult parsed = root.Parse(arguments);
            if (parsed.Action is not HelpWithExamples && (Mistyped.Find(root, arguments) ?? parsed.Errors.FirstOrDefault()?.Message) is { } wrong)
                throw new ToolException($"{wrong} See 'ai-attribution {Verb(parsed)}--help'.");
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
        catch (RepositoryException e)
        {
            return Fail(console, ProblemText.Of(BuildProblems.Of(e)));
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
            console.Error.Flush();
        }
    }

    // A verb that is named is made alone: making all of them loads assemblies that it does not need, and the fast ones take a tenth of a second as a whole.
    private static RootCommand Root(ToolConsole console, string[] arguments)
    {
        var root = new RootCommand("What did an AI write in this git repository, was it tested, did it ship? Answers come from evidence in git, never from guessing at style.");
        bool isVerb = arguments.Length > 0 && Verbs.Any(verb => verb.Name == arguments[0]);
        foreach ((string name, Func<ToolConsole, Command> create) in Verbs)
        {
            if (!isVerb || name == arguments[0])
                root.Add(create(console));
        }

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
