using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class SessionNoteTests
{
    [Theory]
    [InlineData(LinkMethod.Environment, EvidenceGrade.Declared)]
    [InlineData(LinkMethod.Transcript, EvidenceGrade.Declared)]
    [InlineData(LinkMethod.Content, EvidenceGrade.Declared)]
    [InlineData(LinkMethod.Files, EvidenceGrade.Weak)]
    [InlineData(LinkMethod.Recorded, EvidenceGrade.Weak)]
    internal void Record_of_a_session_is_evidence_by_the_sign_that_linked_it(LinkMethod method, EvidenceGrade grade)
    {
        using TestRepository repository = new();
        Note(repository, repository.Write("A.cs", "int a = 1;\n").Commit("no trailer"), method);

        EvidenceStatement statement = Assert.Single(Scan(repository).Attribution.Sources.Single().Evidence);

        Assert.Equal((EvidenceKind.SessionNote, grade, "claude-code", "claude-opus-4-8", "claude:s1"), (statement.Kind, statement.Grade, statement.Agent, statement.Model, statement.Session?.ToString()));
    }

    [Fact]
    public void Record_that_comes_after_a_scan_counts_in_the_next_one()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = 1;\n").Commit("no trailer");
        Assert.Empty(Scan(repository, useCache: true).Attribution.Files);

        Note(repository, commit, LinkMethod.Environment);

        Assert.Equal(LineState.Ai, Scan(repository, useCache: true).Attribution.Files["A.cs"].Runs.Single().State);
    }

    [Fact]
    public void Lines_of_a_git_ai_note_stay_as_it_says()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "int a = 1;\nint b = 2;\n").Commit("no trailer");
        repository.Git("notes", "--ref=ai", "add", "-m", "A.cs\n  s_59382cac373d67::t_1 2\n---\n{\"schema_version\":\"authorship/3.0.0\"}", commit);
        Note(repository, commit, LinkMethod.Environment);

        Assert.Equal([LineState.Other, LineState.Ai], Scan(repository).Attribution.Files["A.cs"].Runs.Select(run => run.State));
    }

    [Fact]
    public void Policy_can_leave_the_kind_out()
    {
        using TestRepository repository = new();
        Note(repository, repository.Write("A.cs", "int a = 1;\n").Commit("no trailer"), LinkMethod.Environment);
        EvidenceOptions others = new() { Sources = Enum.GetValues<EvidenceKind>().Where(kind => kind != EvidenceKind.SessionNote).ToHashSet() };

        using GitRepository git = GitRepository.Open(repository.Root);
        Assert.Empty(AttributionScanner.Scan(git, git.ResolveCommit("HEAD"), new ScanOptions { Evidence = others, UseCache = false }).Attribution.Files);
    }

    private static ScanResult Scan(TestRepository repository, bool useCache = false)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        return AttributionScanner.Scan(git, git.ResolveCommit("HEAD"), new ScanOptions { UseCache = useCache });
    }

    private static void Note(TestRepository repository, string commit, LinkMethod method)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        Allocation allocation = new() { Id = "id", Agent = "claude-code", Session = "s1", Method = method, Models = [new ModelUsage("claude-opus-4-8", new TokenUsage(0, 5))] };
        new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = [allocation] }, "Record");
    }
}
