using System.CommandLine;
using System.CommandLine.Parsing;
using AiAttribution.Core.Text;
using AiAttribution.Fleet.ClickHouse;
using DuckDB.NET.Data;

namespace AiAttribution.Fleet.Verbs;

/// <summary>The command line as a whole.</summary>
internal static class FleetTool
{
    private const string Name = "ai-attribution-fleet";

    /// <summary>Runs one command line and returns its exit code: 0 done, 1 something wants a look, 2 it could not.</summary>
    public static async Task<int> RunAsync(string[] arguments, ToolConsole target)
    {
        ToolConsole console = target.ForItsReader();
        try
        {
            RootCommand root = Root(console);
            ParseResult parsed = root.Parse(arguments);
            if (parsed.Action is not HelpWithExamples && (Mistyped.Find(root, arguments) ?? parsed.Errors.FirstOrDefault()?.Message) is { } wrong)
                throw new ToolException($"{wrong} See '{Name} {VerbOf(parsed.CommandResult)}--help'.");
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = console.Out, Error = console.Error, EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return Fail(console, "stopped; what is published stays, and what is not is read again next time.");
        }
        catch (ToolException e)
        {
            return Fail(console, [.. e.Messages]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ClickHouseException)
        {
            return Fail(console, e.Message);
        }
        catch (DuckDBException e)
        {
            return Fail(console, $"the lake's engine fails, and nothing was published: {e.Message}", "where a file of the lake is missing or damaged, put it back from a copy; or delete 'lake' and compact again, if the inbox still holds all envelopes.");
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

    private static string VerbOf(CommandResult command) => command.Parent is CommandResult above ? $"{VerbOf(above)}{command.Command.Name} " : "";

    private static RootCommand Root(ToolConsole console)
    {
        var root = new RootCommand("What lasting change reached production over all repositories, how much of it is AI-assisted and tested, what it cost, and of how much nothing is known. No person is named, and nothing is ranked.")
        {
            InitVerb.Create(console),
            AddVerb.Create(console),
            CompactVerb.Create(console),
            ReportVerb.Create(console),
            QueryVerb.Create(console),
            DoctorVerb.Create(console),
            ExportVerb.Create(console),
            ServeVerb.Create(console),
        };
        HelpWithExamples.Install(root);
        return root;
    }

    private static int Fail(ToolConsole console, params string[] messages)
    {
        foreach (string message in messages)
            console.Error.WriteLine($"{Name}: {Printable.Of(message.ReplaceLineEndings(" "))}");
        return ExitCode.CannotTell;
    }
}
