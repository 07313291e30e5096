using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Benchmarks;

/// <summary>
/// What <c>serve</c> bears: <c>fleet-load FOLDER TOOL.dll SECONDS</c> sends envelopes from eight senders as fast as they are answered for, kills the server under load, and looks for every
/// envelope that was answered for. Exit code 1 when one is lost.
/// </summary>
internal static class FleetLoad
{
    private const int Senders = 8;
    private const string Token = "a token of this measurement";
    private const string Repository = "host.example/acme/shop";

    public static int Run(string[] arguments)
    {
        string lake = Path.Combine(Path.GetFullPath(arguments[0]), "lake");
        using (Process init = Process.Start(Environment.ProcessPath!, [arguments[1], "init", lake]))
            init.WaitForExit();
        string tokens = Path.Combine(lake, "tokens.txt");
        File.WriteAllText(tokens, $"{Repository} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token))).ToLowerInvariant()}\n");
        using Process server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [arguments[1], "serve", "--lake", lake, "--tokens", tokens, "--listen", "127.0.0.1:0"]) { RedirectStandardOutput = true })!;
        string address = server.StandardOutput.ReadLine()!.Split(' ')[^1];
        var answered = new ConcurrentBag<string>();
        var watch = Stopwatch.StartNew();
        Task[] senders = [.. Enumerable.Range(0, Senders).Select(s => Send(address, s, answered))];
        Thread.Sleep(TimeSpan.FromSeconds(int.Parse(arguments[2], CultureInfo.InvariantCulture)));
        server.Kill();
        double seconds = watch.Elapsed.TotalSeconds;
        Task.WaitAll(senders);
        server.WaitForExit();
        Dictionary<string, string> files = Directory.GetFiles(Path.Combine(lake, "inbox"), "*" + EnvelopePack.Ending, SearchOption.AllDirectories).ToDictionary(f => Path.GetFileName(f)[..^EnvelopePack.Ending.Length], f => f);
        int lost = answered.Count(d => !files.TryGetValue(d, out string? file) || EnvelopePack.Digest(File.ReadAllBytes(file)) != d);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answered.Count} envelopes answered for in {seconds:F0} s, {answered.Count / seconds:F0} a second; killed under load; {lost} lost"));
        return lost == 0 ? 0 : 1;
    }

    private static async Task Send(string address, int sender, ConcurrentBag<string> answered)
    {
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        for (int i = 0; ; i++)
        {
            try
            {
                using HttpResponseMessage answer = await client.PostAsync("/v1/envelopes", new ByteArrayContent(EnvelopePack.Pack(EnvelopeText.Of(Envelope($"{sender}/{i}")))));
                if (answer.IsSuccessStatusCode)
                    answered.Add((await answer.Content.ReadAsStringAsync()).Trim());
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static Envelope Envelope(string build)
    {
        EnvelopeRow[] rows = [.. Enumerable.Range(0, 200).Select(i => EnvelopeRow.Of(EnvelopeTables.Rule, $"rule{i}", "passed", 12L, 0L, 0L))];
        return new Envelope(EnvelopeRow.Of(EnvelopeTables.Build, 1L, Repository, null, "repository", new string('a', 40), build, 1L, "2025-10-06T12:00:00Z", "2025-10-06T12:00:00Z", "default", "clear", 0.9m, true, true, true, null, "0.1.0", "github", (long)rows.Length, true), rows);
    }
}
