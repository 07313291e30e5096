using System.Diagnostics;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>A client of the language server writes all of its messages and ends; what the server says is read as frames, so that nothing else may stand there.</summary>
public sealed class LspTests : IDisposable
{
    private const string Start = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{}}}""";
    private const string Stop = """{"jsonrpc":"2.0","id":99,"method":"shutdown"}""";
    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    private readonly TestRepository _repository = new();

    public LspTests()
    {
        _repository.Write("src/Lib/Lib.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include=\"AiAttribution\" Version=\"0.1.0\" /></ItemGroup></Project>")
            .Write(".gitignore", "obj/\nTestResults/\n").Commit("Start");
        _repository.Write("src/Lib/Cart.cs", SessionWork.Cart).Commit("Add a cart\n\nAssisted-by: claude-code:claude-sonnet-4-5\n");
        _repository.Git("tag", "v0.1.0", "HEAD~1");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Lens_and_hover_tell_of_a_member_where_it_stands_now()
    {
        await ToolRun.Of(_repository.Root, "snapshot", "--since", "all");
        string edited = SessionWork.Cart.Replace("int total = 0;", "int total = 1;", StringComparison.Ordinal);
        string without = SessionWork.Cart.Replace("            total += price;\n", "", StringComparison.Ordinal);

        (JsonElement[] answers, ToolRun run) = await Ask(
            Start,
            Open(SessionWork.Cart),
            Lens(2),
            Hover(3, 6),
            Hover(4, 0),
            Change("// typed above, not saved\n" + SessionWork.Cart.Replace("\n", "\r\n", StringComparison.Ordinal)),
            Lens(5),
            Change(edited),
            Lens(6),
            Change(without),
            Lens(7),
            Change("class Other;\r" + SessionWork.Cart),
            Lens(8),
            """{"jsonrpc":"2.0","method":"textDocument/didClose","params":{"textDocument":{"uri":"URI"}}}""",
            Lens(9),
            Stop,
            Exit);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("utf-16", answers[0].GetProperty("result").GetProperty("capabilities").GetProperty("positionEncoding").GetString());
        Assert.Equal("4:15 AI 5 of 5 · claude-code claude-sonnet-4-5 · not measured · not released", Told(answers[1]));
        string[] hover = answers[2].GetProperty("result").GetProperty("contents").GetProperty("value").GetString()!.Split('\n');
        Assert.Equal("'Cart.Total(int[])' is 100 % AI-assisted (5 of 5 lines, claude-code claude-sonnet-4-5): no coverage is known, and it is not deployed yet.", hover[0]);
        Assert.StartsWith("This line: AI, claude-code claude-sonnet-4-5, commit ", hover[1], StringComparison.Ordinal);
        Assert.EndsWith("Cart.cs:7", hover[2], StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answers[3].GetProperty("result").ValueKind);
        Assert.Equal("5:15 AI 5 of 5 · claude-code claude-sonnet-4-5 · not measured · not released", Told(answers[4]));
        Assert.Equal("4:15 AI 4 of 5 · claude-code claude-sonnet-4-5 · edited since", Told(answers[5]));
        Assert.Equal("4:15 AI 4 of 4 · claude-code claude-sonnet-4-5 · edited since", Told(answers[6]));
        Assert.Equal(("", "", JsonValueKind.Null), (Told(answers[7]), Told(answers[8]), answers[9].GetProperty("result").ValueKind));
    }

    [Fact]
    public async Task Without_a_snapshot_nothing_is_said()
    {
        (JsonElement[] answers, _) = await Ask(Start, Open(SessionWork.Cart), Lens(2), Hover(3, 6), Stop, Exit);

        Assert.Equal(("", JsonValueKind.Null), (Told(answers[1]), answers[2].GetProperty("result").ValueKind));
    }

    [Theory]
    [InlineData("no JSON", -32700)]
    [InlineData("[[[[", -32700)]
    [InlineData("{\"id\":5}", -32600)]
    [InlineData("{\"id\":5,\"method\":\"textDocument/definition\"}", -32601)]
    [InlineData("{\"id\":5,\"method\":\"textDocument/codeLens\",\"params\":{\"textDocument\":7}}", null)]
    [InlineData("{\"id\":\"five\",\"method\":\"textDocument/hover\",\"params\":{\"textDocument\":{\"uri\":\"URI\"},\"position\":{\"line\":-3}}}", null)]
    [InlineData("{\"id\":5,\"method\":\"textDocument/codeLens\",\"params\":{\"textDocument\":{\"uri\":\"file://%00/\\u0000\"}}}", null)]
    [InlineData("{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":{\"uri\":\"URI\"},\"contentChanges\":[{\"range\":{},\"text\":\"x\"}]}}", 0)]
    public async Task Message_that_cannot_be_taken_costs_itself_alone(string message, int? code)
    {
        (JsonElement[] answers, ToolRun run) = await Ask(Start, message, Stop, Exit);

        Assert.Equal((0, "", code == 0 ? 2 : 3), (run.ExitCode, run.Error, answers.Length));
        Assert.Equal(99, answers[^1].GetProperty("id").GetInt32());
        if (code < 0)
            Assert.Equal(code, answers[1].GetProperty("error").GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("Content-Length: -1\r\n\r\n{}", "is no number up to 67108864")]
    [InlineData("Content-Length: 99999999999\r\n\r\n{}", "is no number up to 67108864")]
    [InlineData("Content-Type: x\r\n\r\n{}", "without 'Content-Length:' in its header")]
    [InlineData("GET / HTTP/1.1\r\nHost: x\r\n\r\n", "without 'Content-Length:' in its header")]
    [InlineData("LONG", "a header of more than 1024 characters")]
    public async Task Header_that_cannot_be_read_is_the_end_and_is_told(string bytes, string expected)
    {
        ToolRun run = await ToolRun.Told(bytes == "LONG" ? new string('x', 5_000) : bytes, _repository.Root, "lsp");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Content-Le")]
    [InlineData("Content-Length: 100\r\n\r\n{}")]
    public async Task End_of_the_input_is_the_end(string bytes) => Assert.Equal(new ToolRun(1, "", ""), await ToolRun.Told(bytes, _repository.Root, "lsp"));

    [Fact]
    public async Task Request_before_initialize_and_after_shutdown_is_refused()
    {
        (JsonElement[] answers, ToolRun run) = await Ask(Lens(2), Start, Stop, Lens(3), Exit);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal((-32002, -32600), (answers[0].GetProperty("error").GetProperty("code").GetInt32(), answers[3].GetProperty("error").GetProperty("code").GetInt32()));
    }

    [Fact]
    public async Task End_of_the_clients_process_is_the_end_though_the_pipe_stays_open()
    {
        using Process client = Process.Start(new ProcessStartInfo("git", ["hash-object", "--stdin"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync(Frame(Start.Replace("null", client.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var output = new StringWriter();
        Task<int> running = Tool.RunAsync(["lsp"], new ToolConsole(_repository.Root, output, TextWriter.Null, ShowsProgress: false) { Input = pipe.Reader.AsStream() });
        SpinWait.SpinUntil(() => output.ToString().Length > 0, TimeSpan.FromSeconds(30));

        client.StandardInput.Close();

        Assert.Equal(1, await running.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task Change_that_cannot_be_read_leaves_no_lens_by_the_text_before_it_and_the_next_brings_it_back()
    {
        await ToolRun.Of(_repository.Root, "snapshot", "--since", "all");
        string half = Change("// HALF\n" + SessionWork.Cart).Replace("HALF", "\\ud83d", StringComparison.Ordinal);

        (JsonElement[] answers, _) = await Ask(Start, Open(SessionWork.Cart), Lens(2), half, Lens(3), Change("// whole\n" + SessionWork.Cart), Lens(4), Stop, Exit);

        Assert.StartsWith("4:15 ", Told(answers[1]), StringComparison.Ordinal);
        Assert.Equal("", Told(answers[3]));
        Assert.StartsWith("5:15 ", Told(answers[4]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_terminal_it_says_what_it_is_for() =>
        Assert.StartsWith("ai-attribution: lsp speaks with an editor on standard input", (await ToolRun.Of(_repository.Root, "lsp")).Error, StringComparison.Ordinal);

    private async Task<(JsonElement[] Answers, ToolRun Run)> Ask(params string[] messages)
    {
        string uri = new Uri(Path.Combine(_repository.Root, "src/Lib/Cart.cs")).AbsoluteUri;
        ToolRun run = await ToolRun.Told(string.Concat(messages.Select(message => Encoding.UTF8.GetString(Frame(message.Replace("URI", uri, StringComparison.Ordinal))))), _repository.Root, "lsp");
        var answers = new List<JsonElement>();
        byte[] bytes = Encoding.UTF8.GetBytes(run.Out);
        for (int at = 0; at < bytes.Length;)
        {
            int end = bytes.AsSpan(at).IndexOf("\r\n\r\n"u8) + at;
            string header = Encoding.ASCII.GetString(bytes, at, end - at);
            Assert.StartsWith("Content-Length: ", header, StringComparison.Ordinal);
            int length = int.Parse(header["Content-Length: ".Length..], System.Globalization.CultureInfo.InvariantCulture);
            answers.Add(JsonSerializer.Deserialize<JsonElement>(bytes.AsSpan(end + 4, length)));
            at = end + 4 + length;
        }

        return ([.. answers], run);
    }

    private static byte[] Frame(string message) => Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(message)}\r\n\r\n{message}");

    private static string Open(string text) => JsonSerializer.Serialize(new { jsonrpc = "2.0", method = "textDocument/didOpen", @params = new { textDocument = new { uri = "URI", languageId = "csharp", version = 1, text } } });

    private static string Change(string text) => JsonSerializer.Serialize(new { jsonrpc = "2.0", method = "textDocument/didChange", @params = new { textDocument = new { uri = "URI", version = 2 }, contentChanges = new[] { new { text } } } });

    private static string Lens(int id) => $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"textDocument/codeLens","params":{"textDocument":{"uri":"URI"} } }""";

    private static string Hover(int id, int line) => $$$"""{"jsonrpc":"2.0","id":{{{id}}},"method":"textDocument/hover","params":{"textDocument":{"uri":"URI"},"position":{"line":{{{line}}},"character":0} } }""";

    private static string Told(JsonElement answer) => string.Join('|', answer.GetProperty("result").EnumerateArray().Select(lens =>
        $"{lens.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32()}:{lens.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32()} {lens.GetProperty("command").GetProperty("title").GetString()}"));
}
