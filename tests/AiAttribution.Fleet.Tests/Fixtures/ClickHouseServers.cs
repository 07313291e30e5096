using System.Diagnostics;
using System.Globalization;
using AiAttribution.Testing.Files;

namespace AiAttribution.Fleet.Tests.Fixtures;

/// <summary>Three real ClickHouse servers of one cluster on this machine, started by <c>build/clickhouse.sh</c> when a test first asks for them.</summary>
public sealed class ClickHouseServers : IDisposable
{
    /// <summary>A user of the servers, as a file of credentials has it.</summary>
    public const string User = "fleet:only for tests";

    private static readonly Lazy<string?> Installed = new(Install);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly Lazy<string[]> _urls;

    public ClickHouseServers() => _urls = new Lazy<string[]>(Start);

    /// <summary>Why there are none; null where they can be started.</summary>
    public static string? Missing => Installed.Value;

    /// <summary>Addresses of their HTTP interfaces.</summary>
    public IReadOnlyList<string> Urls => _urls.Value;

    /// <summary>Options that name all of them.</summary>
    public string[] Options => [.. Urls.SelectMany(u => new[] { "--url", u })];

    /// <summary>Starts those that do not run.</summary>
    public string[] Start()
    {
        (int exitCode, string output, string error) = Script("start", _folder.Path);
        Assert.Equal((0, ""), (exitCode, error));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Ends one at once, as <c>kill -9</c> does.</summary>
    public void Kill(int server)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(_folder.Path, $"{server}/pid")), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks or tells one something, past the tool.</summary>
    public string Tell(int server, string sql)
    {
        using HttpResponseMessage answer = _client.PostAsync(Urls[server], new StringContent(sql)).GetAwaiter().GetResult();
        string text = answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Trim();
    }

    public void Dispose()
    {
        // A server waits for the connections that it has.
        _client.Dispose();
        if (_urls.IsValueCreated)
            Script("stop", _folder.Path);
        _folder.Dispose();
    }

    private static string? Install()
    {
        if (!OperatingSystem.IsLinux())
            return "ClickHouse runs on Linux";
        (int exitCode, _, string error) = Script("install");
        return exitCode == 0 ? null : error.Trim();
    }

    private static (int ExitCode, string Out, string Error) Script(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("bash", [Path.Combine(ProjectFiles.Root, "build/clickhouse.sh"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}

/// <summary>A fact about a lake in <see cref="ClickHouseServers"/>.</summary>
public sealed class ClickHouseFactAttribute : FactAttribute
{
    public ClickHouseFactAttribute() => Skip = ClickHouseServers.Missing;
}

/// <summary>Tests that share the servers, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class ClickHouseTestGroup : ICollectionFixture<ClickHouseServers>
{
    public const string Name = "ClickHouse";
}
