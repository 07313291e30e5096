using System.CommandLine;
using System.Globalization;
using AiAttribution.Cli.Capture;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Model;
using AiAttribution.Core.Sessions;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Verbs.Sessions;

/// <summary><c>sessions</c>: what the agents' logs on this machine say of tokens and cost.</summary>
internal static class SessionsVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string?> home = new("--home") { Description = "Home folder to read; default: the user's, with the environment variables of the agents.", HelpName = "DIR" };
        Option<string[]> agents = new("--agent") { Description = $"Agents to list; may be given several times: {string.Join(", ", Names())}.", HelpName = "NAME", DefaultValueFactory = _ => [] };
        Option<string?> since = new("--since") { Description = "List sessions that were alive on or after a date (UTC).", HelpName = "DATE" };
        Option<bool> fresh = new("--no-index") { Description = "Read every log again and keep nothing in the user's cache folder." };
        Option<bool> links = new("--links") { Description = "Show this repository's sessions, the commits they are linked to and by what sign, and what is left on both sides. Writes nothing." };
        Option<string?> workedIn = CaptureVerb.WorkedIn();
        Option<string> format = Options.Format("table", "json", "tsv");
        var verb = new VerbCommand(
            "sessions",
            "List the sessions of AI agents on this machine: tokens by class, cost, and how exact the counts are. No prompt or answer is read into anything.",
            "ai-attribution sessions",
            "ai-attribution sessions --links",
            "ai-attribution sessions --agent claude-code --since 2026-05-01",
            "ai-attribution sessions --format json | jq .totals")
        {
            links, agents, since, home, workedIn, fresh, format, repo,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            if (parsed.GetValue(links))
                return await LinksView.Show(console, new LinksRequest(parsed.GetValue(repo)!, parsed.GetValue(home), parsed.GetValue(workedIn), parsed.GetValue(format)!), cancel);
            AgentHome place = Home(console, parsed.GetValue(home), parsed.GetValue(repo)!);
            IReadOnlyList<ISessionReader> readers = Readers(parsed.GetValue(agents)!);
            DateTimeOffset? from = Date(parsed.GetValue(since));
            string? index = parsed.GetValue(fresh) ? null : SessionStore.DefaultFolder(place);
            RepositoryPrices prices = RepositoryPrices.Of(console.FullPath(parsed.GetValue(repo)!));
            foreach (BuildProblem note in prices.Problems)
                console.Error.WriteLine(ProblemText.Of(note));
            SessionOverview overview = new SessionStore(place, readers, index).Overview(prices.Table);
            SessionSummary[] sessions = [.. overview.Sessions.Where(session => from is null || session.End is null || session.End >= from)];
            Write(console, parsed.GetValue(format)!, overview with { Sessions = sessions }, prices.Table);
            return ExitCode.Pass;
        });
        return verb;
    }

    private static void Write(ToolConsole console, string format, SessionOverview overview, PriceTable prices)
    {
        switch (format)
        {
            case "json":
                JsonSessions.Write(console.Out, overview, prices);
                return;
            case "tsv":
                TsvSessions.Write(console.Out, overview);
                break;
            default:
                SessionTable.Write(console.Out, overview);
                break;
        }

        foreach (string note in SessionNotes.Of(overview))
            console.Error.WriteLine($"ai-attribution: {note}");
    }

    private static AgentHome Home(ToolConsole console, string? folder, string repo)
    {
        if (folder is null)
            return AgentHome.OfUser(console.FullPath(repo));
        string full = console.FullPath(folder);
        return Directory.Exists(full) ? AgentHome.At(full) : throw new ToolException($"--home {folder}: there is no such folder.");
    }

    private static IReadOnlyList<ISessionReader> Readers(string[] agents)
    {
        foreach (string agent in agents)
        {
            if (!Names().Contains(agent, StringComparer.OrdinalIgnoreCase))
                throw new ToolException($"--agent {agent}: no such agent; known are {string.Join(", ", Names())}.");
        }

        return agents.Length == 0 ? SessionReaders.All : [.. SessionReaders.All.Where(reader => agents.Contains(reader.Agent, StringComparer.OrdinalIgnoreCase))];
    }

    private static IEnumerable<string> Names() => SessionReaders.All.Select(reader => reader.Agent).Distinct().Order(StringComparer.Ordinal);

    private static DateTimeOffset? Date(string? text)
    {
        if (text is null)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? date
            : throw new ToolException($"--since {text}: not a date; write it as 2026-05-01.");
    }
}
