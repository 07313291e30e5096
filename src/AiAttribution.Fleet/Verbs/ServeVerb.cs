using System.CommandLine;
using System.Net;
using AiAttribution.Fleet.Lake;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>serve</c>: pages, and a door for pipelines that cannot copy files.</summary>
internal static class ServeVerb
{
    private const string Default = "127.0.0.1:8080";

    public static Command Create(ToolConsole console)
    {
        Option<string> folder = LakeOptions.Lake();
        Option<string> listen = new("--listen") { Description = "Address and port. Without encryption: outside of this machine put a proxy before it.", HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => Default };
        Option<string?> tokens = new("--tokens") { Description = "File with a line for each repository that may send envelopes: REPOSITORY SHA-256-OF-ITS-TOKEN. Without it nobody may.", HelpName = "FILE" };
        var verb = new VerbCommand(
            "serve",
            "Serve the pages, and take envelopes by POST /v1/envelopes from pipelines that cannot copy files. Compact beside it as ever.",
            "ai-attribution-fleet serve --lake lake",
            "ai-attribution-fleet serve --lake lake --listen 127.0.0.1:8080 --tokens tokens.txt",
            "curl --data-binary @ENVELOPE.jsonl.gz -H \"Authorization: Bearer $TOKEN\" http://127.0.0.1:8080/v1/envelopes")
        {
            folder, listen, tokens,
        };
        verb.SetAction(async (parsed, cancel) =>
        {
            (LakeFolder lake, _) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            Tokens? known = parsed.GetValue(tokens) is { } file ? Tokens.Read(console.FullPath(file)) : null;
            Uri address = Address(parsed.GetValue(listen)!);
            await using WebApplication app = new FleetServer(lake, known).Build(address);
            await app.StartAsync(cancel);
            console.Out.Write($"listening on {string.Join(", ", app.Urls)}\n");
            console.Out.Flush();
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Pass;
        });
        return verb;
    }

    private static Uri Address(string listen) => IPEndPoint.TryParse(listen, out IPEndPoint? end) && listen.Contains(':', StringComparison.Ordinal)
        ? new Uri($"http://{end}")
        : throw new ToolException($"--listen takes an address and a port, such as {Default}, and not '{listen}'.");
}
