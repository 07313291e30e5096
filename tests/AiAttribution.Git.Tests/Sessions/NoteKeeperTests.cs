using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Sessions;

public class NoteKeeperTests
{
    [Fact]
    public void Git_shows_the_note_that_was_written()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "class A;\n").Commit("one");
        Allocation allocation = Make("s1");

        Add(repository, commit, allocation);

        Assert.Equal(SessionNote.Write([allocation]), repository.Git("notes", "--ref=aiattribution/sessions", "show", commit));
        Assert.Equal("ai-attribution", repository.Git("log", "-1", "--format=%an", SessionNote.Ref).Trim());
    }

    [Fact]
    public void Other_notes_and_lines_of_newer_versions_stay()
    {
        using TestRepository repository = new();
        string one = repository.Write("A.cs", "class A;\n").Commit("one");
        string two = repository.Write("A.cs", "class B;\n").Commit("two");
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "{\"v\":9}", one);
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "{\"v\":9}", two);

        Add(repository, two, Make("s1"));

        Assert.Equal("{\"v\":9}\n", repository.Git("notes", "--ref=aiattribution/sessions", "show", one));
        using GitRepository git = GitRepository.Open(repository.Root);
        Assert.Equal(SessionNote.Write(SessionNotes.Read(git).ByCommit[two]) + "{\"v\":9}\n", repository.Git("notes", "--ref=aiattribution/sessions", "show", two));
        Assert.Equal("s1", Assert.Single(SessionNotes.Read(git).ByCommit[two]).Session);
        Assert.Equal(2, repository.Git("notes", "--ref=aiattribution/sessions", "list").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Adding_what_is_there_writes_nothing()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "class A;\n").Commit("one");
        Add(repository, commit, Make("s1"));
        string tip = repository.Git("rev-parse", SessionNote.Ref);

        Assert.Empty(Add(repository, commit, Make("s1")));
        Assert.Equal(tip, repository.Git("rev-parse", SessionNote.Ref));
    }

    [Fact]
    public void Squashed_commits_hand_their_notes_to_the_commit_that_replaces_them()
    {
        using TestRepository repository = new();
        string one = repository.Write("A.cs", "class A;\n").Commit("one");
        string two = repository.Write("A.cs", "class B;\n").Commit("two");
        string squashed = repository.Write("A.cs", "class C;\n").Commit("squashed");
        Add(repository, one, Make("s1"));
        Add(repository, two, Make("s1"), Make("s2"));

        using GitRepository git = GitRepository.Open(repository.Root);
        new NoteKeeper(git).Copy([(one, squashed), (two, squashed), (squashed, one)]);

        SessionNotes notes = SessionNotes.Read(git);
        Assert.Equal(["s1", "s2"], notes.ByCommit[squashed].Select(a => a.Session).Order());
        Assert.Equal(2, SessionNote.Unite(notes.ByCommit.Values.SelectMany(n => n)).Count);
    }

    [Theory]
    [InlineData("cat_sort_uniq")]
    [InlineData("union")]
    public void Notes_of_another_machine_are_united_by_the_tool_as_by_git(string strategy)
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "class A;\n").Commit("one");
        using TemporaryFolder folder = new();
        TestRepository other = new(Path.Combine(folder.Path, "clone"));
        GitProcess.Run(folder.Path, "clone", "-q", repository.Root, "clone");
        Add(repository, commit, Make("s1"), Make("s2"));
        Add(other, commit, Make("s2"), Make("s3"));
        repository.Git("fetch", "-q", other.Root, "refs/notes/aiattribution/sessions:refs/notes/theirs");
        repository.Git("update-ref", "refs/notes/ours", SessionNote.Ref);
        repository.Git("notes", "--ref=ours", "merge", "-q", "-s", strategy, "theirs");

        using GitRepository git = GitRepository.Open(repository.Root);
        new NoteKeeper(git).Merge("refs/notes/theirs");

        Assert.Equal(["s1", "s2", "s3"], SessionNotes.Read(git).ByCommit[commit].Select(a => a.Session).Order());
        Assert.Equal(SessionNote.Write(SessionNotes.Read(git).ByCommit[commit]), SessionNote.Write(SessionNotes.Read(git, "refs/notes/ours").ByCommit[commit]));
    }

    [Fact]
    public void Records_of_the_old_reference_are_copied_once_and_stay()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "class A;\n").Commit("one");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", SessionNote.Write([Make("s1"), Make("s2")]), commit);
        string old = repository.Git("rev-parse", SessionNote.OldRef);
        Add(repository, commit, Make("s2"), Make("s3"));
        using GitRepository git = GitRepository.Open(repository.Root);

        int dry = new NoteKeeper(git).CopyOld(dryRun: true);
        int first = new NoteKeeper(git).CopyOld(dryRun: false);
        int second = new NoteKeeper(git).CopyOld(dryRun: false);

        Assert.Equal((1, 1, 0), (dry, first, second));
        Assert.Equal(["s1", "s2", "s3"], SessionNotes.Read(git, SessionNote.Ref).ByCommit[commit].Select(a => a.Session).Order());
        Assert.Equal(old, repository.Git("rev-parse", SessionNote.OldRef));
    }

    [Fact]
    public void Record_in_both_references_is_read_once()
    {
        using TestRepository repository = new();
        string commit = repository.Write("A.cs", "class A;\n").Commit("one");
        repository.Git("notes", "--ref=ai-attribution", "add", "-m", SessionNote.Write([Make("s1"), Make("s2")]), commit);
        Add(repository, commit, Make("s1"));
        using GitRepository git = GitRepository.Open(repository.Root);

        Assert.Equal(["s1", "s2"], SessionNotes.Read(git).ByCommit[commit].Select(a => a.Session).Order());
    }

    [Fact]
    public void Many_damaged_records_are_told_in_one_sentence_and_a_foreign_note_in_none()
    {
        using TestRepository repository = new();
        for (int i = 0; i < 5; i++)
            repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "{\"v\":1,\"agent\":\"a\"}", repository.Write("A.cs", $"class A{i};\n").Commit("one"));
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "A.cs\n  s_1::t_1 1\n---\n{\"schema_version\":\"authorship/3.0.0\"}", repository.Write("A.cs", "class B;\n").Commit("two"));
        using GitRepository git = GitRepository.Open(repository.Root);

        string problem = Assert.Single(SessionNotes.Read(git).Problems);

        Assert.EndsWith("; and 4 more of refs/notes/aiattribution/sessions", problem, StringComparison.Ordinal);
        Assert.Contains("'session' is missing", problem, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Add(TestRepository repository, string commit, params Allocation[] allocations)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        return new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = allocations }, "Record sessions");
    }

    private static Allocation Make(string session) => new()
    {
        Id = "id-" + session,
        Agent = "claude-code",
        Session = session,
        Models = [new ModelUsage("claude-sonnet-4-5", new TokenUsage(1, 2))],
    };
}
