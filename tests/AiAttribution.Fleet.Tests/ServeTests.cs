using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Tests.Fixtures;
using AiAttribution.Fleet.Verbs;
using Microsoft.AspNetCore.Builder;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>The door for pipelines that cannot copy files.</summary>
public sealed class ServeTests : IAsyncLifetime
{
    private const string Token = "a token of the shop";

    private static readonly byte[] Good = FileOf(Make(rows: [LineRow("ai", 10), WeekRow("2026-10-05", 1, 2)]));

    private readonly TestLake _lake = new("""{ "senders": [{ "folder": "till", "repositories": ["host.example/owner/till"] }] }""");
    private readonly HttpClient _client = new();
    private WebApplication? _app;

    public async Task InitializeAsync()
    {
        string file = Path.Combine(_lake.Folder, "tokens.txt");
        string digest = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token))).ToLowerInvariant();
        File.WriteAllText(file, $"# tokens\n\nhost.example/owner/shop {digest}\n");
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
    public async Task Envelope_is_on_the_disk_when_it_is_answered_for_and_sending_it_again_changes_nothing()
    {
        (HttpStatusCode status, string words) = await Send(Good);

        string file = Path.Combine(_lake.Inbox, "served", "v1", "2026", "10", "06", EnvelopePack.NameOf(Good));
        Assert.Equal(Good, File.ReadAllBytes(file));
        Assert.Equal((HttpStatusCode.OK, EnvelopePack.Digest(Good) + "\n"), (status, words));
        Assert.Equal((status, words), await Send(Good));
        Assert.Single(Directory.GetFiles(_lake.Inbox, "*", SearchOption.AllDirectories));
        Assert.Contains("1 envelope compacted, 0 refused", _lake.Do("compact").Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_all_there()
    {
        byte[][] all = [.. Enumerable.Range(0, 60).Select(i => FileOf(Make(build: $"{i}/test", rows: [LineRow("ai", 1)])))];

        HttpStatusCode[] answers = await Task.WhenAll(all.Select(async e =>
        {
            (HttpStatusCode status, _) = await Send(e);
            for (; status == HttpStatusCode.ServiceUnavailable; (status, _) = await Send(e))
                await Task.Yield();
            return status;
        }));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a));
        Assert.Equal("n\n60\n", _lake.Ask("select count(*) as n from build"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another token")]
    public async Task Who_has_no_token_is_told_nothing_of_the_envelope(string? token)
    {
        (HttpStatusCode status, string words) = await Send([1, 2, 3], token);

        Assert.Equal((HttpStatusCode.Unauthorized, "send the token of the repository: Authorization: Bearer TOKEN\n"), (status, words));
    }

    [Fact]
    public async Task Token_of_one_repository_does_not_speak_for_another() => Assert.Equal(
        (HttpStatusCode.Forbidden, "this token may not speak for host.example/owner/till\n"),
        await Send(FileOf(Make(repository: "host.example/owner/till"))));

    [Fact]
    public async Task What_is_no_envelope_is_refused_with_its_reason()
    {
        Assert.Equal((HttpStatusCode.BadRequest, "it is no whole gzip file\n"), await Send(Good[..^5]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(EnvelopePack.Pack(TextOf(Make()).Replace("\"v\":1,", "\"v\":2,", StringComparison.Ordinal)))).Status);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "an envelope has at most 4 MB\n"), await Send(new byte[(4 << 20) + 1]));
        Assert.Empty(Directory.GetFiles(_lake.Inbox, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Pages_are_those_that_report_writes()
    {
        await Send(Good);

        string front = await _client.GetStringAsync("/");

        foreach ((string name, string page) in _lake.Pages())
            Assert.Equal(page, await _client.GetStringAsync(name));
        Assert.Equal(front, await _client.GetStringAsync("index.html"));
    }

    [Fact]
    public async Task Broken_settings_are_told_without_what_is_in_them_and_envelopes_still_come_in()
    {
        File.WriteAllText(Path.Combine(_lake.Root, "fleet.json"), "{ secret");

        HttpResponseMessage page = await _client.GetAsync("/");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the lake cannot be read now; on its machine, ai-attribution-fleet doctor tells why\n"), (page.StatusCode, await page.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, (await Send(Good)).Status);
        File.WriteAllText(Path.Combine(_lake.Root, "fleet.json"), "{}");
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/fleet.json")]
    [InlineData("/..%2ffleet.json")]
    [InlineData("/inbox")]
    public async Task Nothing_but_pages_is_served(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("8080", "--listen takes an address and a port, such as 127.0.0.1:8080, and not '8080'")]
    [InlineData("localhost:80", "--listen takes an address and a port")]
    public void Address_that_is_none_is_told(string listen, string problem) => Assert.Contains(problem, _lake.Do("serve", "--listen", listen).Error, StringComparison.Ordinal);

    [Fact]
    public void Token_that_stands_in_the_file_itself_is_told_with_its_place()
    {
        File.WriteAllText(Path.Combine(_lake.Folder, "plain.txt"), "host.example/owner/shop secret\n");

        Assert.Contains("plain.txt(1): a line is a repository and the SHA-256 of its token", _lake.Do("serve", "--tokens", "plain.txt").Error, StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Words)> Send(byte[] envelope, string? token = Token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/envelopes") { Content = new ByteArrayContent(envelope) };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await _client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
