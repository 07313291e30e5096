using System.Text.Json;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Capture;

/// <summary>A session writes a file as a whole in which a person had lines of their own that nobody committed.</summary>
public sealed class WholeFileTests : IDisposable
{
    private const string Cart = "src/Lib/Cart.cs";
    private const string Mine = "int mine = Compute();\nUse(mine);\nUse(mine + 1);\n";
    private const string Theirs = "int theirs = Reckon();\nShow(theirs);\nShow(theirs + 1);\n";
    private const string Untold = "6 lines in 1 file (src/Lib/Cart.cs) stay unknown: a session wrote the file as a whole, and its log does not show what stood in it before\n";

    private readonly TemporaryFolder _home = new();
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose()
    {
        _home.Dispose();
        _repository.Dispose();
    }

    public static TheoryData<string, string?, string, string> Logs => new()
    {
        { "the file was new", """{"type":"create","structuredPatch":[],"originalFile":null}""", "1-6", "" },
        { "the log has what was there", JsonSerializer.Serialize(new { type = "update", originalFile = Mine }), "4-6", "" },
        { "the log has the change", """{"type":"update","originalFile":null,"structuredPatch":[{"oldStart":1,"oldLines":3,"newStart":1,"newLines":6,"lines":[" int mine = Compute();"," Use(mine);"," Use(mine + 1);","+int theirs = Reckon();","+Show(theirs);","+Show(theirs + 1);"]}]}""", "4-6", "" },
        { "lines that the change moves are no new ones", """{"type":"update","structuredPatch":[{"lines":["-int mine = Compute();","-Use(mine);","-Use(mine + 1);","+int mine = Compute();","+Use(mine);","+Use(mine + 1);","+int theirs = Reckon();","+Show(theirs);","+Show(theirs + 1);"]}]}""", "4-6", "" },
        { "a person changed the proposal", """{"type":"update","userModified":true,"structuredPatch":[{"lines":["+int mine = Compute();","+Use(mine);","+Use(mine + 1);","+int theirs = Reckon();","+Show(theirs);","+typed by a person();"]}]}""", "1-5", "" },
        { "nothing was changed", """{"type":"update","structuredPatch":[],"originalFile":null}""", "", "" },
        { "the log does not say", """{"type":"update"}""", "", Untold },
        { "the call failed", "\"Error: File has not been read yet\"", "", Untold },
        { "the result is not written yet", null, "", Untold },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public async Task Lines_that_were_there_before_are_not_the_sessions(string because, string? result, string lines, string said)
    {
        _repository.Write(Cart, Mine + Theirs);
        new AgentLog(_home.Path, _repository.Root, "s1").Write(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, Mine + Theirs, null, result is null ? null : JsonSerializer.Deserialize<JsonElement>(result));

        ToolRun run = await ToolRun.Of(_repository.Root, "working", "--format", "json", "--home", _home.Path);

        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.Equal((lines, said), (string.Concat(json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("sessions")[0].GetProperty("ranges").GetString())), run.Error));
        Assert.NotEmpty(because);
    }

    [Fact]
    public async Task What_a_session_wrote_earlier_stays_its_own_when_it_writes_the_file_as_a_whole()
    {
        _repository.Write(Cart, Mine + Theirs);
        new AgentLog(_home.Path, _repository.Root, "s1")
            .Respond(DateTimeOffset.UtcNow.AddMinutes(-3), 90, Cart, Theirs, "")
            .Write(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, Mine + Theirs, null, null);

        ToolRun run = await ToolRun.Of(_repository.Root, "working", "--home", _home.Path);

        Assert.Contains("│ 4-6 ", run.Out.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("3 lines in 1 file (src/Lib/Cart.cs) stay unknown: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_edit_repeats_in_its_middle_is_not_the_sessions()
    {
        string text = "First();\n" + Mine + "Last();\n";
        _repository.Write(Cart, text);
        new AgentLog(_home.Path, _repository.Root, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, text, "Begin();\n" + Mine + "End();\n");

        Assert.Contains("│ 1,5 ", (await ToolRun.Of(_repository.Root, "working", "--home", _home.Path)).Out.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>When the hook runs, the log has the call and not yet what it found; the agent says both on standard input.</summary>
    [Theory]
    [InlineData("""{"type":"create","filePath":"F","content":"","structuredPatch":[],"originalFile":null,"userModified":false}""", "1-6")]
    [InlineData("""{"type":"update","filePath":"F","structuredPatch":[{"lines":[" Use(mine + 1);","+int theirs = Reckon();","+Show(theirs);","+Show(theirs + 1);"]}],"originalFile":null}""", "4-6")]
    public async Task Hook_takes_from_its_input_what_the_log_has_not_yet(string response, string lines)
    {
        _repository.Write(Cart, Mine + Theirs);
        new AgentLog(_home.Path, _repository.Root, "s1").Write(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, Mine + Theirs, null, null);
        string told = $$"""{"session_id":"s1","transcript_path":"/t.jsonl","cwd":{{JsonSerializer.Serialize(_repository.Root)}},"permission_mode":"default","hook_event_name":"PostToolUse","tool_name":"Write","tool_input":{"file_path":{{JsonSerializer.Serialize(Path.Combine(_repository.Root, Cart))}},"content":{{JsonSerializer.Serialize(Mine + Theirs)}} },"tool_response":{{response}},"tool_use_id":"t1"}""";

        Assert.Equal(new ToolRun(0, "", ""), await ToolRun.Told(told, _repository.Root, "working", "--hook", "--home", _home.Path));

        using JsonDocument json = JsonDocument.Parse((await ToolRun.Of(_repository.Root, "lines", "--ranges", "--format", "json")).Out);
        Assert.Equal(lines, json.RootElement.EnumerateArray().Single(file => file.GetProperty("path").GetString() == Cart).GetProperty("ai_ranges").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"hook_event_name":"PostToolUse","session_id":"s1","tool_name":"Write"}""")]
    [InlineData("""{"hook_event_name":"PostToolUse","session_id":"s1","tool_name":"Write","tool_input":7,"tool_response":[]}""")]
    [InlineData("""{"hook_event_name":"Stop","session_id":"s1","tool_name":"Write","tool_input":{"file_path":"/a","content":"x"}}""")]
    public async Task Hook_passes_over_input_that_it_does_not_know(string told) =>
        Assert.Equal(new ToolRun(0, "", ""), await ToolRun.Told(told, _repository.Root, "working", "--hook", "--home", _home.Path));
}
