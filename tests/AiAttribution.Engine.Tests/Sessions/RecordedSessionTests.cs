using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Engine.Repository;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Sessions;

public class RecordedSessionTests
{
    private const string Code = "int a = One();\nint b = Two();\n";

    [Fact]
    public void Checkpoint_of_entire_is_joined_by_the_trailer_of_its_commit_also_in_a_fresh_clone()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", Code).Commit("Change\n\nEntire-Checkpoint: a1b2c3d4e5f6\n");
        Checkpoint(repository, "a1b2c3d4e5f6", "s1", 100);
        using TemporaryFolder folder = new();
        GitProcess.Run(folder.Path, "clone", "-q", repository.Root, "clone");

        TokenLedger ledger = Read(Path.Combine(folder.Path, "clone"));

        Assert.Equal(100, Assert.Single(ledger.Commits).Total.Usage.Total);
        Assert.Equal((commit, RecordSource.Entire), (ledger.Commits[0].Commit, ledger.Commits[0].Allocations[0].Source));
    }

    [Fact]
    public void Session_file_is_joined_by_a_session_trailer_and_read_from_the_commit_not_from_disk()
    {
        using TestRepository repository = new();
        repository.Write(".ai-attribution/sessions/one.json", Record("s1", 30));
        string commit = repository.Write("A.cs", Code).Commit("Change\n\nAI-Session: codex/s1\n");
        repository.Write(".ai-attribution/sessions/one.json", Record("s1", 9999));

        TokenLedger ledger = Read(repository.Root);

        Assert.Equal((commit, 30L), (ledger.Commits.Single().Commit, ledger.Total.Usage.Total));
    }

    [Fact]
    public void Session_file_that_no_commit_names_is_told_as_unlinked()
    {
        using TestRepository repository = new();
        repository.Write(".ai-attribution/sessions/one.json", Record("s1", 30)).Write("A.cs", Code).Commit("Change");

        Assert.Equal(("s1", 30L), (Read(repository.Root).Unlinked.Single().Session, Read(repository.Root).Unlinked.Single().Usage.Total));
    }

    [Fact]
    public void Mistake_in_a_session_file_is_a_note_that_names_the_file()
    {
        using TestRepository repository = new();
        repository.Write(".ai-attribution/sessions/one.json", "{}").Write("A.cs", Code).Commit("Change");

        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        Assert.Contains(collection.Notes, note => note.Message == ".ai-attribution/sessions/one.json: it has no version 'v'");
    }

    [Fact]
    public void Telemetry_is_looked_for_where_the_policy_says()
    {
        using TestRepository repository = new();
        repository.Write("ai-attribution.json", """{ "sessions": { "telemetry": ["/otel/*.json"] } }""");
        repository.Write("otel/one.json", """
            {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"attributes":[
            {"key":"event.name","value":{"stringValue":"claude_code.api_request"}},{"key":"session.id","value":{"stringValue":"s1"}},{"key":"output_tokens","value":{"intValue":"70"}}]}]}]}]}
            """);
        repository.Write("A.cs", Code).Commit("Change\n\nAI-Session: claude-code/s1\n");

        Assert.Equal(70, Read(repository.Root).Total.Usage.Total);
    }

    [Fact]
    public void Link_to_a_file_outside_of_the_repository_is_not_followed()
    {
        using TestRepository repository = new();
        using TemporaryFolder folder = new();
        string secret = Path.Combine(folder.Path, "secret.json");
        File.WriteAllText(secret, Record("s1", 30));
        Directory.CreateDirectory(Path.Combine(repository.Root, ".ai-attribution/sessions"));
        File.CreateSymbolicLink(Path.Combine(repository.Root, ".ai-attribution/sessions/one.json"), secret);
        repository.Write("A.cs", Code).Commit("Change");

        Assert.Empty(Read(repository.Root).Unlinked);
    }

    /// <summary>Writes a checkpoint as Entire does, on a branch without a common history.</summary>
    private static void Checkpoint(TestRepository repository, string id, string session, int output)
    {
        string folder = $"{id[..2]}/{id[2..]}";
        repository.Git("checkout", "-q", "--orphan", "entire/checkpoints/v1");
        repository.Git("rm", "-rfq", ".");
        repository.Write($"{folder}/metadata.json", $$"""{"checkpoint_id":"{{id}}","token_usage_version":2}""");
        repository.Write($"{folder}/0/metadata.json", $$"""{"checkpoint_id":"{{id}}","session_id":"{{session}}","agent":"Claude Code","token_usage":{"output_tokens":{{output}} } }""");
        repository.Commit($"Checkpoint: {id}");
        repository.Git("checkout", "-q", "main");
    }

    private static string Record(string session, int output) =>
        $$"""{"v":1,"id":"r-{{session}}","agent":"codex","session":"{{session}}","exactness":"exact","models":[{"model":"gpt-5","output":{{output}} }]}""";

    private static TokenLedger Read(string folder)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = folder, UseCache = false });
        return collection.History!.Tokens;
    }
}
