using System.Net.Http.Headers;
using System.Text;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>One server, by its HTTP interface.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="database">Where the tables are.</param>
/// <param name="credentials">Who asks; null for the server's default user.</param>
/// <param name="cancel">Ends what is under way.</param>
internal sealed class ClickHouseServer(Uri address, string database, Credentials? credentials, CancellationToken cancel) : IDisposable
{
    private static readonly Version Oldest = new(18, 16);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>A server that hangs is found at the first word.</summary>
    private static readonly TimeSpan PatienceAtFirst = TimeSpan.FromSeconds(20);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(10),
        AllowAutoRedirect = false,
        UseProxy = !address.IsLoopback,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    private bool _isReadOnly;
    private TimeSpan _patience = PatienceAtFirst;

    /// <summary>What it is called in messages.</summary>
    public string Name { get; } = address.GetLeftPart(UriPartial.Authority);

    /// <summary>Host and port, by which replicas know it.</summary>
    public string Place => address.Authority;

    /// <summary>Where the tables are.</summary>
    public string Database => database;

    /// <summary>Whether it is there and of a version that is known.</summary>
    /// <exception cref="ClickHouseException">It is not.</exception>
    public void Greet()
    {
        LakeRow hello = Rows("SELECT version() AS v, value FROM system.settings WHERE name = 'readonly'").FirstOrDefault() ?? throw ClickHouseException.Of(Name, 200, "");
        _isReadOnly = hello.Text(1) != "0";
        _patience = Patience;
        if (!Version.TryParse(hello.Text(0), out Version? version) || version < Oldest)
            throw new ClickHouseException($"{Name} is ClickHouse {hello.Text(0)}, and {Oldest} is the oldest that is known to work.", -1, false);
    }

    /// <summary>Rows of a query about the server or its tables.</summary>
    public List<LakeRow> Rows(string sql) => Read(sql, "");

    /// <summary>Rows of a query that may change nothing.</summary>
    /// <param name="sql">Of anybody.</param>
    /// <param name="skipsDead">Whether shards that do not answer are left out.</param>
    public List<LakeRow> Ask(string sql, bool skipsDead) =>
        Read(sql, $"&database={database}&distributed_product_mode=local&load_balancing=in_order&connect_timeout_with_failover_ms=1000&receive_timeout=60&fallback_to_stale_replicas_for_distributed_queries=0&skip_unavailable_shards={(skipsDead ? 1 : 0)}{(_isReadOnly ? "" : "&readonly=1")}");

    /// <summary>Runs a statement.</summary>
    public void Run(string sql) => Send("", new StringContent(sql)).Dispose();

    /// <summary>Adds rows to a table, all of them or none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">As JSON, one a line.</param>
    public void Insert(string table, ArraySegment<byte> rows) =>
        Send($"&insert_deduplicate=0&query={Uri.EscapeDataString($"INSERT INTO {database}.{table} FORMAT JSONEachRow")}", new ByteArrayContent(rows.Array!, rows.Offset, rows.Count)).Dispose();

    public void Dispose() => _client.Dispose();

    private List<LakeRow> Read(string sql, string settings)
    {
        using HttpResponseMessage answer = Send(settings, new StringContent($"{sql}\nFORMAT {TabText.Format}"));
        try
        {
            using var text = new StreamReader(answer.Content.ReadAsStream(cancel), Encoding.UTF8);
            return [.. TabText.Read(text)];
        }
        catch (FormatException)
        {
            throw ClickHouseException.Of(Name, (int)answer.StatusCode, "");
        }
        catch (IOException e)
        {
            throw ClickHouseException.Unreachable(Name, e.Message);
        }
    }

    /// <summary>Waits for the end of what is asked, so that a failure never looks like a short answer.</summary>
    private HttpResponseMessage Send(string settings, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, $"/?wait_end_of_query=1{settings}")) { Content = content };
        if (credentials is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials.Text)));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        try
        {
            HttpResponseMessage answer = _client.Send(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (answer.IsSuccessStatusCode)
                return answer;
            using (answer)
                throw ClickHouseException.Of(Name, (int)answer.StatusCode, Beginning(answer));
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw ClickHouseException.Unreachable(Name, e.InnerException?.Message ?? e.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw ClickHouseException.Unreachable(Name, $"not within {_patience.TotalSeconds} seconds");
        }
    }

    private string Beginning(HttpResponseMessage answer)
    {
        using var text = new StreamReader(answer.Content.ReadAsStream(cancel), Encoding.UTF8);
        char[] first = new char[4096];
        return new string(first, 0, text.ReadBlock(first));
    }
}
