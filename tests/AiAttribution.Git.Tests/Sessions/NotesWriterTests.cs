using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Sessions;

/// <summary>Notes are written wherever they are read.</summary>
public class NotesWriterTests
{
    private const string Reference = "refs/notes/aiattribution/sessions";

    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-2.5));

    [Fact]
    public void Both_writers_make_the_same_objects()
    {
        string[] tips = [.. ((GitReader[])[GitReader.LibGit2, GitReader.GitCommand]).Select(reader =>
        {
            using TestRepository repository = WithTwoNotes();
            Write(repository, reader, "new\n");
            return repository.Git("rev-parse", Reference);
        })];

        Assert.Equal(tips[0], tips[1]);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_note_is_replaced_and_the_others_stay(GitReader reader)
    {
        using TestRepository repository = WithTwoNotes();

        Write(repository, reader, "é new\n");

        Assert.Equal("é new\n", repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD"));
        Assert.Equal("one\n", repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD~1"));
        Assert.Equal("ai-attribution <ai-attribution@localhost> 1767332045 -0230", repository.Git("log", "-1", "--format=%cn <%ce> %cd", "--date=raw", Reference).Trim());
        repository.Git("fsck", "--strict");
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void Writing_what_is_there_makes_no_commit(GitReader reader)
    {
        using TestRepository repository = WithTwoNotes();
        Write(repository, reader, "new\n");
        string tip = repository.Git("rev-parse", Reference);

        Write(repository, reader, "new\n");

        Assert.Equal(tip, repository.Git("rev-parse", Reference));
    }

    [Theory]
    [InlineData(ObjectFormat.Sha256, "gc.auto")]
    [InlineData(ObjectFormat.Sha1, "extensions.worktreeConfig")]
    [InlineData(ObjectFormat.Sha1, "extensions.preciousObjects")]
    public void A_repository_that_git_alone_reads_gets_its_notes_through_git(ObjectFormat format, string setting)
    {
        using TestRepository repository = WithCommits(format);
        repository.Git("config", "core.repositoryFormatVersion", "1");
        repository.Git("config", setting, "true");

        Write(repository, GitReader.Automatic, "new\n");

        Assert.Equal("new\n", repository.Git("notes", "--ref=aiattribution/sessions", "show", "HEAD"));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_reference_that_cannot_be_moved_is_told(GitReader reader)
    {
        using TestRepository repository = WithCommits(ObjectFormat.Sha1);
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git", "refs", "notes"));
        string reference = Path.Combine(repository.Root, ".git", Reference);
        Directory.CreateDirectory(Path.GetDirectoryName(reference)!);
        File.WriteAllText(reference + ".lock", "");

        var problem = Assert.Throws<RepositoryException>(() => Write(repository, reader, "new\n"));

        Assert.Contains(Reference, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_note_tree_is_told()
    {
        using TestRepository repository = WithTwoNotes();
        string file = PackedRepository.Loose(repository, Reference + "^{tree}");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..10]);

        Assert.Throws<RepositoryException>(() => Write(repository, GitReader.LibGit2, "new\n"));
    }

    private static void Write(TestRepository repository, GitReader reader, string text)
    {
        using GitRepository opened = GitRepository.Open(repository.Root, reader);
        NotesWriter.Write(opened, Reference, new Dictionary<string, string> { [repository.Head] = text }, Time, "Record\n");
    }

    private static TestRepository WithTwoNotes()
    {
        TestRepository repository = WithCommits(ObjectFormat.Sha1);
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "one", "HEAD~1");
        repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", "two", "HEAD");
        return repository;
    }

    private static TestRepository WithCommits(ObjectFormat format)
    {
        var repository = new TestRepository(format);
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit("Second");
        return repository;
    }
}
