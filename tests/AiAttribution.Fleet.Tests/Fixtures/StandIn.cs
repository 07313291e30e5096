using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AiAttribution.Fleet.Tests.Fixtures;

/// <summary>What stands where a server is expected: it answers as a test says, or hands over to the server behind it.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();
    private int _inserts;

    private StandIn(Func<StandIn, HttpContext, Task> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Run(context => answer(this, context));
        _app.StartAsync().GetAwaiter().GetResult();
    }

    public string Url => _app.Urls.Single();

    /// <summary>Answers everything alike.</summary>
    public static StandIn Of(int status, string body) => new((_, context) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    /// <summary>Hands over to a server.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="beforeInsert">Called with the number of the insert, 1 for the first.</param>
    /// <param name="loses">Whether the answer to the insert of a number is lost.</param>
    public static StandIn Before(string server, Action<int> beforeInsert, Func<int, bool> loses) => new(async (own, context) =>
    {
        string query = context.Request.QueryString.Value ?? "";
        bool isInsert = query.Contains("INSERT", StringComparison.Ordinal);
        int number = isInsert ? Interlocked.Increment(ref own._inserts) : 0;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        try
        {
            if (isInsert)
                beforeInsert(number);
            using HttpResponseMessage answer = await own._client.PostAsync($"{server}/{query}", new ByteArrayContent(body.ToArray()));
            if (isInsert && loses(number))
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = (int)answer.StatusCode;
            await answer.Content.CopyToAsync(context.Response.Body);
        }
        catch (HttpRequestException)
        {
            context.Abort();
        }
    });

    public void Dispose()
    {
        _app.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _client.Dispose();
    }
}
