using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Tests.Fixtures;
using AiAttribution.Fleet.Verbs;
using Microsoft.AspNetCore.Builder;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>Senders that mean no good, or know no better.</summary>
public sealed class HostileSenderTests : IAsyncLifetime
{
    private const string Token = "a token of the shop";

    private static readonly byte[] Good = FileOf(Make(rows: [LineRow("ai", 10)]));

    private readonly TestLake _lake = new();
    private readonly HttpClient _client = new();
    private WebApplication? _app;

    public async Task InitializeAsync()
    {
        string file = Path.Combine(_lake.Folder, "tokens.txt");
        File.WriteAllText(file, $"host.example/owner/shop {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token))).ToLowerInvariant()}\n");
        _app = new FleetServer(new LakeFolder(_lake.Root), Tokens.Read(file)).Build(new Uri("http://127.0.0.1:0"));
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _app!.DisposeAsync();
        _lake.Dispose();
    }

    [Fact]
    public async Task Those_who_never_end_their_request_keep_nobody_else_out()
    {
        List<TcpClient> slow = [];
        try
        {
            for (int i = 0; i < 60; i++)
            {
                var connection = new TcpClient();
                slow.Add(connection);
                await connection.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
                string beginning = i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: a" : "POST /v1/envelopes HTTP/1.1\r\nHost: a\r\nContent-Length: 4000000\r\n\r\nx";
                await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(beginning));
            }

            Assert.Equal(HttpStatusCode.OK, (await Send(new ByteArrayContent(Good))).Status);
            Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/")).StatusCode);
        }
        finally
        {
            slow.ForEach(s => s.Dispose());
        }
    }

    [Fact]
    public async Task Body_in_chunks_is_taken_and_bounded_like_any_other()
    {
        Assert.Equal(HttpStatusCode.OK, (await Send(new Chunks(Good))).Status);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "an envelope has at most 4 MB\n"), await Send(new Chunks(new byte[10 << 20])));
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_with_their_reason() =>
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "an envelope has at most 4 MB\n"), await Send(new ByteArrayContent(new byte[10 << 20])));

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_it_is_called_does_not_matter(string type)
    {
        var content = new ByteArrayContent(Good);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(HttpStatusCode.OK, (await Send(content)).Status);
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("a token of the shop")]
    public async Task Other_ways_to_say_who_one_is_are_none(string authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/envelopes") { Content = new ByteArrayContent(Good) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using HttpResponseMessage answer = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(Directory.GetFiles(_lake.Inbox, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("GET", "/v1/envelopes", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", "/v1/envelopes", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/v1/envelopes", HttpStatusCode.MethodNotAllowed)]
    [InlineData("OPTIONS", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/index.html", HttpStatusCode.MethodNotAllowed)]
    [InlineData("HEAD", "/", HttpStatusCode.OK)]
    [InlineData("HEAD", "/nothing.html", HttpStatusCode.NotFound)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", HttpStatusCode.NotFound)]
    [InlineData("GET", "/..%5c..%5cfleet.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/lake/v1/_manifest/1.json", HttpStatusCode.NotFound)]
    [InlineData("GET", "/inbox/served", HttpStatusCode.NotFound)]
    public async Task Other_methods_and_places_give_nothing(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using HttpResponseMessage answer = await _client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("silentDays", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sender_who_goes_away_in_the_middle_leaves_no_file()
    {
        using (var connection = new TcpClient())
        {
            await connection.ConnectAsync(IPAddress.Loopback, _client.BaseAddress!.Port);
            await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/envelopes HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {Token}\r\nContent-Length: {Good.Length}\r\n\r\n"));
            await connection.GetStream().WriteAsync(Good.AsMemory(0, Good.Length / 2));
        }

        Assert.Equal(HttpStatusCode.OK, (await Send(new ByteArrayContent(Good))).Status);

        Assert.Single(Directory.GetFiles(_lake.Inbox, "*", SearchOption.AllDirectories));
    }

    private async Task<(HttpStatusCode Status, string Words)> Send(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/envelopes") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A body whose length nobody says, so that it goes in chunks.</summary>
    private sealed class Chunks(byte[] bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            foreach (byte[] chunk in bytes.Chunk(1 << 14))
                await stream.WriteAsync(chunk);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
