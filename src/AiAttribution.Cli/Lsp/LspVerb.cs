using System.CommandLine;
using AiAttribution.Cli.Hosting;

namespace AiAttribution.Cli.Lsp;

/// <summary><c>lsp</c>: a language server with a lens at each member that has AI lines, and what is known of it where one points.</summary>
internal static class LspVerb
{
    public static Command Create(ToolConsole console)
    {
        var verb = new VerbCommand(
            "lsp",
            "Speak the language server protocol with an editor, on standard input and output: code lenses and hovers of C# files, from the snapshots that builds and 'ai-attribution snapshot' write. It runs beside another server of the same files.",
            "ai-attribution lsp");
        verb.SetAction(async (_, cancel) =>
        {
            if (console.Input is not { } input)
                throw new ToolException("lsp speaks with an editor on standard input, and a terminal is there; let the editor start it: see 'In other editors' in the guide of the tool.");
            var server = new LanguageServer(new FileMemory(), console);
            Task reading = Task.Run(() => Serve(new MessageStream(input), server, cancel), cancel);

            // A client that is gone without a word leaves a pipe that others may hold open.
            if (await Task.WhenAny(reading, server.ClientEnded) == reading)
                await reading;
            return server.HasEndedInOrder ? ExitCode.Pass : ExitCode.Violated;
        });
        return verb;
    }

    private static void Serve(MessageStream messages, LanguageServer server, CancellationToken cancel)
    {
        while (!server.HasEnded && !cancel.IsCancellationRequested && messages.Read() is { } message)
            server.Take(message);
    }
}
