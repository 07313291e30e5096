using System.CommandLine;
using AiAttribution.Fleet.ClickHouse;

namespace AiAttribution.Fleet.Verbs;

/// <summary>Which servers, and how they are entered; and for verbs that read, whether they are asked at all.</summary>
internal sealed class ClickHouseOptions
{
    private const string Lake = "lake";
    private const string ClickHouse = "clickhouse";

    private readonly Option<string[]> _urls = new("--url") { Description = "Address of a server's HTTP interface.", HelpName = "URL" };
    private readonly Option<string> _database = new("--database") { Description = "Database there that holds the tables of this lake and nothing else.", HelpName = "NAME", DefaultValueFactory = _ => "ai_attribution" };
    private readonly Option<string?> _credentials = new("--credentials") { Description = $"File of one line, USER:PASSWORD. Without it the variable {Credentials.Variable} is taken, or the server's default user.", HelpName = "FILE" };
    private readonly Option<string> _from = new("--from") { Description = "Who is asked: lake, or clickhouse with --url.", HelpName = "ENGINE", DefaultValueFactory = _ => Lake };
    private readonly Option<bool> _partial = new("--partial") { Description = "From clickhouse: leave out shards that do not answer, and say so; exit code 1 then." };

    /// <summary>Adds the options to a verb that writes to servers.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_urls);
        verb.Options.Add(_database);
        verb.Options.Add(_credentials);
    }

    /// <summary>Adds the options to a verb that reads from the lake or from servers.</summary>
    public void AddToReader(Command verb)
    {
        _from.AcceptOnlyFromAmong(Lake, ClickHouse);
        verb.Options.Add(_from);
        AddTo(verb);
        verb.Options.Add(_partial);
    }

    /// <summary>Opens what was exported; null where the lake itself is asked.</summary>
    /// <exception cref="ToolException">An option is wrong, or not all of it is there.</exception>
    public ClickHouseEngine? Open(ToolConsole console, ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.GetValue(_from) == ClickHouse)
            return ClickHouseEngine.Open(Servers(console, parsed, cancel), parsed.GetValue(_partial));
        return parsed.GetValue(_urls) is { Length: > 0 } || parsed.GetValue(_partial) ? throw new ToolException("--url and --partial go with --from clickhouse.") : null;
    }

    /// <summary>The servers that were named.</summary>
    /// <exception cref="ToolException">An option is wrong.</exception>
    public IReadOnlyList<ClickHouseServer> Servers(ToolConsole console, ParseResult parsed, CancellationToken cancel)
    {
        string database = parsed.GetValue(_database)!;
        if (database.Length is 0 or > 60 || char.IsAsciiDigit(database[0]) || !database.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') || database is "default" or "system")
            throw new ToolException($"--database is a name of letters, digits and _ that is not default or system, and not '{database}'.");
        var credentials = Credentials.Find(console, parsed.GetValue(_credentials));
        return parsed.GetValue(_urls) is { Length: > 0 } urls
            ? [.. urls.Select(Address).Distinct().Select(u => new ClickHouseServer(u, database, credentials, cancel))]
            : throw new ToolException("--url is missing: the address of a server's HTTP interface, such as http://127.0.0.1:8123.");
    }

    private static Uri Address(string url)
    {
        if (url.Contains('@', StringComparison.Ordinal))
            throw new ToolException($"--url holds a user or a password, which others of this machine can read. Give it by the variable {Credentials.Variable} or by --credentials FILE.");
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is ("http" or "https")
            ? address
            : throw new ToolException($"--url takes an address such as http://127.0.0.1:8123, and not '{url}'.");
    }
}
