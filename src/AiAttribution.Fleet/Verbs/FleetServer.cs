using System.Data.Common;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Text;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace AiAttribution.Fleet.Verbs;

/// <summary>Pages, and a door for pipelines that cannot copy files. An envelope is on the disk before it is answered for.</summary>
/// <param name="lake">The lake.</param>
/// <param name="tokens">Who may send; null when nobody may.</param>
internal sealed class FleetServer(LakeFolder lake, Tokens? tokens)
{
    private const int MostConnections = 256;
    private const int MostAtOnce = 32;

    // What is too large is heard out as far as this: a sender that is cut off while it writes reads no answer.
    private const int MostHeard = 4 * EnvelopePack.MostPacked;

    private static readonly string[] Reading = ["GET", "HEAD"];
    private static readonly TimeSpan LongestHeaders = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBody = TimeSpan.FromSeconds(30);

    private readonly PageCache _pages = new(lake, () => FleetSettingsReader.Read(lake.SettingsFile));
    private readonly SemaphoreSlim _writers = new(MostAtOnce);

    /// <summary>The server, not started yet.</summary>
    /// <param name="address">Where it listens.</param>
    public WebApplication Build(Uri address)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MostHeard;
            options.Limits.MaxConcurrentConnections = MostConnections;
            options.Limits.RequestHeadersTimeout = LongestHeaders;
            options.Limits.KeepAliveTimeout = LongestBody;
            options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: LongestBody);
        });
        WebApplication app = builder.Build();
        app.Use(async (context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            await next(context);
        });
        app.MapMethods("/", Reading, context => Page(context, "index.html"));
        app.MapMethods("/{name}", Reading, context => Page(context, (string)context.Request.RouteValues["name"]!));
        app.MapPost("/v1/envelopes", Receive);
        return app;
    }

    private async Task Page(HttpContext context, string name)
    {
        try
        {
            if (await _pages.Find(name, context.RequestAborted) is not { } page)
            {
                await Answer(context, StatusCodes.Status404NotFound, "there is no such page; the first is /");
                return;
            }

            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(page, context.RequestAborted);
        }
        catch (Exception e) when (e is ToolException or IOException or DbException)
        {
            await Answer(context, StatusCodes.Status503ServiceUnavailable, "the lake cannot be read now; on its machine, ai-attribution-fleet doctor tells why");
        }
    }

    private async Task Receive(HttpContext context)
    {
        if (TokenOf(context.Request) is not { } token || tokens?.IsKnown(token) != true)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Answer(context, StatusCodes.Status401Unauthorized, tokens is null ? "nobody may send: the server was started without --tokens" : "send the token of the repository: Authorization: Bearer TOKEN");
            return;
        }

        if (!await _writers.WaitAsync(0, context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = "1";
            await Answer(context, StatusCodes.Status503ServiceUnavailable, "too many send at once; try again in a second");
            return;
        }

        try
        {
            (int status, string words) = await Body(context) is { } packed ? Take(packed, token) : TooLarge;
            await Answer(context, status, words);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e)
        {
            await (e.StatusCode == TooLarge.Status ? Answer(context, TooLarge.Status, TooLarge.Words) : Answer(context, e.StatusCode, "the body did not come to its end"));
        }
        finally
        {
            _writers.Release();
        }
    }

    /// <summary>Puts an envelope into the inbox; whoever sends it again hears the same.</summary>
    private (int Status, string Words) Take(byte[] packed, string token)
    {
        try
        {
            var gate = new EnvelopeGate(new FleetSettings(), DateTimeOffset.UtcNow);
            StagedEnvelope envelope = gate.Check(packed, "", null);
            if (!tokens!.MaySpeak(token, envelope.Envelope.Repository!))
                return (StatusCodes.Status403Forbidden, $"this token may not speak for {envelope.Envelope.Repository}");
            new Inbox(lake, gate).Put(envelope, packed, FleetSettings.Served);
            return (StatusCodes.Status200OK, envelope.Digest);
        }
        catch (EnvelopeException e)
        {
            return (e.IsUnknownVersion ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status400BadRequest, e.Message);
        }
        catch (IOException)
        {
            return (StatusCodes.Status507InsufficientStorage, "the envelope could not be written; send it again later");
        }
    }

    private static (int Status, string Words) TooLarge => (StatusCodes.Status413PayloadTooLarge, $"an envelope has at most {EnvelopePack.MostPacked >> 20} MB");

    /// <summary>The whole body; null when it is larger than an envelope can be.</summary>
    private static async Task<byte[]?> Body(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is > 0 and var count)
        {
            if (body.Length <= EnvelopePack.MostPacked)
                body.Write(buffer, 0, count);
        }

        return body.Length > EnvelopePack.MostPacked ? null : body.ToArray();
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length is > 7 and < 1024 ? header[7..].Trim() : null;

    private static async Task Answer(HttpContext context, int status, string words)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(Printable.Of(words) + "\n", context.RequestAborted);
    }
}
