using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Sessions;

public class LedgerReaderTests
{
    private const string Trailer = "Change\n\nCo-authored-by: Claude <noreply@anthropic.com>\n";

    [Fact]
    public void Half_of_the_lines_survive_so_half_of_the_tokens_do()
    {
        using TestRepository repository = new();
        string first = repository.Write("A.cs", "int a = One();\nint b = Two();\n").Commit(Trailer);
        repository.Write("A.cs", "int a = One();\nint other = 7;\n").Commit("by hand");
        Note(repository, first, "s1", 100);

        TokenLedger ledger = Read(repository);

        Assert.Equal((100, 50), (ledger.Total.Usage.Total, ledger.OnLines.Usage.Total));
    }

    [Fact]
    public void Record_of_another_branch_is_told_apart()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "int a = One();\n").Commit(Trailer);
        repository.Git("checkout", "-q", "-b", "side");
        string side = repository.Write("B.cs", "int b = Two();\n").Commit(Trailer);
        repository.Git("checkout", "-q", "main");
        Note(repository, side, "s1", 100);

        TokenLedger ledger = Read(repository);

        Assert.Empty(ledger.Commits);
        Assert.Equal("s1", Assert.Single(ledger.Elsewhere).Session);
    }

    [Fact]
    public void Note_of_a_commit_that_is_not_here_is_no_trouble()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "int a = One();\n").Commit(Trailer);
        Note(repository, new string('1', 40), "s1", 100);

        Assert.Equal(100, TokenCost.Of(Read(repository).Elsewhere).Usage.Total);
    }

    [Fact]
    public void Bad_note_is_named_once_and_everything_else_is_told()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = One();\n").Commit(Trailer);
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "nonsense", commit);

        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });

        Assert.Contains(collection.Notes, n => n.Message == $"the note of commit {commit[..10]} in refs/notes/aiattribution/sessions, line 1: it is not JSON");
        Assert.NotNull(collection.History);
    }

    private static TokenLedger Read(TestRepository repository)
    {
        using CollectedRepository collection = Collector.Collect(new CollectOptions { StartDirectory = repository.Root, UseCache = false });
        return collection.History!.Tokens;
    }

    private static void Note(TestRepository repository, string commit, string session, long output)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        Allocation allocation = new() { Id = session, Agent = "claude-code", Session = session, Models = [new ModelUsage("m", new TokenUsage(0, output))] };
        new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = [allocation] }, "Record");
    }
}
