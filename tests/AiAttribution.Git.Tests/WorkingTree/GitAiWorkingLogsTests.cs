using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.WorkingTree;

public class GitAiWorkingLogsTests
{
    private const string Text = "one();\ntwo();\nthree();\n";
    private const string Agent = """{"tool":"claude","id":"s1","model":"claude-sonnet-4-5"}""";

    // SHA-256 of "claude:s1", as lines name it.
    private static readonly string Hash = Convert.ToHexString(SHA256.HashData("claude:s1"u8)).ToLowerInvariant();

    private static string Author => $"s_{Hash[..14]}::t_0123456789abcd";

    public static TheoryData<string> Names => [Author, $"s_{Hash[..14]}", Hash[..16], Hash[..7]];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_of_a_checkpoint_are_those_of_its_session(string author)
    {
        using TestRepository repository = Start();
        Log(repository, Checkpoint("AiAgent", Agent, Entry(Lines(2, 3, author))));

        (string path, WorkingSession session, IReadOnlyList<uint> lines) = Assert.Single(Read(repository).Lines());

        Assert.Equal(("A.cs", "claude-code", "claude:s1", "claude-sonnet-4-5"), (path, session.Agent, session.Key.ToString(), session.Model));
        Assert.Equal(TextLines.Of(Text).Hashes[1..], lines);
    }

    [Fact]
    public void The_newest_checkpoint_of_a_file_tells_and_people_are_left_out()
    {
        using TestRepository repository = Start();
        Log(
            repository,
            Checkpoint("AiAgent", Agent, Entry(Lines(1, 3, Author))),
            Checkpoint("KnownHuman", "null", Entry($"{Lines(1, 1, "h_0123456789abcd")},{Lines(2, 2, "human")},{Lines(3, 3, Author)}")));

        Assert.Equal(TextLines.Of(Text).Hashes[2..], Assert.Single(Read(repository).Lines()).Lines);
    }

    [Fact]
    public void Lines_from_before_are_in_a_file_of_their_own()
    {
        using TestRepository repository = Start();
        string session = $"s_{Hash[..14]}";
        repository.Write(
            Folder(repository) + "/INITIAL",
            "{\"files\":{\"A.cs\":[" + Lines(1, 1, session) + "]},\"prompts\":{},\"file_blobs\":{\"A.cs\":\"" + Blob(Text) + "\"},\"sessions\":{\"" + session + "\":{\"agent_id\":" + Agent + ",\"human_author\":null}}}");

        Assert.Equal(TextLines.Of(Text).Hashes[..1], Assert.Single(Read(repository).Lines()).Lines);
    }

    [Fact]
    public void A_form_that_is_not_known_is_told_once_and_its_lines_stay_unknown()
    {
        using TestRepository repository = Start();
        string newer = Checkpoint("AiAgent", Agent, Entry(Lines(1, 3, Author))).Replace("checkpoint/1.0.0", "checkpoint/2.0.0");
        Log(repository, newer, newer, "{ torn");

        GitAiWorkingLogs logs = Read(repository);

        Assert.Empty(logs.Lines());
        Assert.Equal(
            ["git-ai's working log has checkpoints of the form 'checkpoint/2.0.0', which is not known here: their lines stay unknown", "git-ai's working log has 1 line that cannot be read; what they tell stays unknown"],
            logs.Problems);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 4)]
    [InlineData(1, 99999999999)]
    public void Lines_that_the_text_has_not_are_left_out(long first, long last)
    {
        using TestRepository repository = Start();
        Log(repository, Checkpoint("AiAgent", Agent, Entry(Lines(first, last, Author))));

        Assert.Empty(Read(repository).Lines());
    }

    [Theory]
    [InlineData("../../../../HEAD")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_text_that_is_not_the_named_one_is_not_taken(string blob)
    {
        using TestRepository repository = Start();
        repository.Write($"{Folder(repository)}/blobs/{new string('0', 64)}", Text);
        Log(repository, Checkpoint("AiAgent", Agent, Entry(Lines(1, 3, Author)).Replace(Blob(Text), blob)));

        Assert.Empty(Read(repository).Lines());
    }

    [Fact]
    public void Logs_of_another_commit_are_not_read()
    {
        using TestRepository repository = Start();
        Log(repository, Checkpoint("AiAgent", Agent, Entry(Lines(1, 3, Author))));
        repository.Write("B.cs", "class B;\n").Git("add", "B.cs");
        repository.CommitStaged("Next");

        using GitRepository opened = GitRepository.Open(repository.Root);
        Assert.Null(GitAiWorkingLogs.Find(opened));
    }

    private static TestRepository Start()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "class A;\n").Commit("Start");
        repository.Write($"{Folder(repository)}/blobs/{Blob(Text)}", Text);
        return repository;
    }

    private static string Folder(TestRepository repository) => $".git/ai/working_logs/{repository.Head}";

    private static void Log(TestRepository repository, params string[] checkpoints) => repository.Write(Folder(repository) + "/checkpoints.jsonl", string.Join('\n', checkpoints) + "\n");

    private static GitAiWorkingLogs Read(TestRepository repository)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return GitAiWorkingLogs.Find(opened)!;
    }

    private static string Blob(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();

    private static string Lines(long first, long last, string author) => $$"""{"start_line":{{first}},"end_line":{{last}},"author_id":"{{author}}","overrode":null}""";

    private static string Entry(string lines) => $$"""{"file":"A.cs","blob_sha":"{{Blob(Text)}}","attributions":[],"line_attributions":[{{lines}}]}""";

    private static string Checkpoint(string kind, string agent, string entry) =>
        $$"""{"kind":"{{kind}}","diff":"","author":"somebody","entries":[{{entry}}],"timestamp":1234567890,"agent_id":{{agent}},"line_stats":{"additions":0,"deletions":0},"api_version":"checkpoint/1.0.0","git_ai_version":"1.6.0"}""";
}
