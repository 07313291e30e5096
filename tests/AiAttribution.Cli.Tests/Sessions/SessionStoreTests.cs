using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests.Sessions;

public class SessionStoreTests
{
    private const string Log = ".claude/projects/p/s1.jsonl";

    [Fact]
    public void Unchanged_home_is_answered_from_the_index()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10));
        var readers = new CountingReaders();

        long[] answers = [Output(home, readers), Output(home, readers)];

        Assert.Equal([10, 10], answers);
        Assert.Equal(1, readers.Reads);
    }

    [Fact]
    public void Only_changed_logs_are_read_again()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10)).Write(".claude/projects/p/s2.jsonl", Line("msg_2", 20));
        var readers = new CountingReaders();
        Output(home, readers);

        File.AppendAllText(home.PathOf(Log), Line("msg_3", 5) + "\n");

        Assert.Equal(35, Output(home, readers));
        Assert.Equal(3, readers.Reads);
    }

    [Fact]
    public void Deleted_log_is_gone_from_the_answer()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10)).Write(".claude/projects/p/s2.jsonl", Line("msg_2", 20));
        var readers = new CountingReaders();
        Output(home, readers);

        File.Delete(home.PathOf(Log));

        Assert.Equal(20, Output(home, readers));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(-1)]
    public void Damaged_index_costs_only_time(int place)
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10));
        Output(home, new CountingReaders());
        foreach (string file in Directory.GetFiles(home.PathOf("index")))
        {
            byte[] bytes = File.ReadAllBytes(file);
            bytes[place < 0 ? bytes.Length - 1 : Math.Min(place, bytes.Length - 1)] ^= 0x55;
            File.WriteAllBytes(file, bytes);
        }

        Assert.Equal(10, Output(home, new CountingReaders()));
    }

    [Fact]
    public void Index_keeps_everything_that_a_reading_says()
    {
        using LogHome home = new LogHome().Write(
            Log,
            """{"type":"assistant","sessionId":"s1","cwd":"/src/app","gitBranch":"main","timestamp":"2026-05-01T10:00:00Z","requestId":"r","costUSD":0.5,"message":{"id":"gateway","model":"claude-haiku-4-5","content":[{"type":"tool_use","id":"t1","name":"Write","input":{"file_path":"/src/app/A.cs","content":"one"}},{"type":"tool_use","id":"t2","name":"Bash","input":{"command":"git commit"}}],"usage":{"output_tokens":3}}}""",
            """{"type":"user","sessionId":"s1","message":{"content":[{"type":"tool_result","tool_use_id":"t2","content":"[main 1a2b3c4] x"}]}}""");
        IReadOnlyList<LogReading> readings = HomeReader.Files(home.Home);

        var writer = new CompactWriter();
        new ReadingsCodec().Write(writer, readings);
        IReadOnlyList<LogReading> again = new ReadingsCodec().Read(new CompactReader(writer.Written.ToArray()));

        Assert.Equal(Print(readings), Print(again));
    }

    [Fact]
    public void Index_that_cannot_be_written_costs_only_time()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10)).Write("index", "a file where the folder should be");

        Assert.Equal(10, Output(home, new CountingReaders()));
    }

    [UnixFact]
    public void Index_is_read_and_written_by_its_owner_alone()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10));

        Output(home, new CountingReaders());

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, UnixMode.Of(home.PathOf("index")));
        Assert.All(Directory.GetFiles(home.PathOf("index")), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixMode.Of(file)));
    }

    [UnixFact]
    public void Index_folder_that_others_can_write_is_not_used()
    {
        using LogHome home = new LogHome().Write(Log, Line("msg_1", 10));
        Directory.CreateDirectory(home.PathOf("index"));
        UnixMode.Set(home.PathOf("index"), (UnixFileMode)0x1FF);
        var readers = new CountingReaders();

        Output(home, readers);
        Output(home, readers);

        Assert.Equal(2, readers.Reads);
        Assert.Empty(Directory.GetFileSystemEntries(home.PathOf("index")));
    }

    private static long Output(LogHome home, CountingReaders readers) =>
        new SessionStore(home.Home, [readers], home.PathOf("index")).Overview(PriceTable.BuiltIn).Sessions.Sum(session => session.Usage.Output);

    private static string Print(IReadOnlyList<LogReading> readings) => System.Text.Json.JsonSerializer.Serialize(readings);

    private static string Line(string id, int output) =>
        $$$"""{"type":"assistant","timestamp":"2026-05-01T10:00:00Z","message":{"id":"{{{id}}}","model":"claude-haiku-4-5","usage":{"output_tokens":{{{output}}} } } }""";

    private sealed class CountingReaders : ISessionReader
    {
        private readonly ISessionReader _reader = SessionReaders.All.Single(reader => reader.Agent == "claude-code");
        private int _reads;

        public int Reads => _reads;

        public string Agent => _reader.Agent;

        public IEnumerable<string> Files(AgentHome home) => _reader.Files(home);

        public IEnumerable<AgentSession> Read(string path, LogProblems problems)
        {
            Interlocked.Increment(ref _reads);
            return _reader.Read(path, problems);
        }
    }
}
