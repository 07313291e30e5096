using AiAttribution.Core.Evidence;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning.Notes;

public class SquashedNoteTests
{
    private const string Base = "1\n2\n3\n4\n5\n6\n7\n8\n";

    [Fact]
    public void Notes_of_squashed_commits_name_the_lines_of_the_squash_commit()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by AI\nby hand\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        Change(repository, Base + "by AI\nby hand\nlater by AI\n", "A.cs\n  1234567890abcdef 11\n---\n{}");
        SquashOnMain(repository);

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal("OOOOOOOOAOA", Letters(result, "A.cs"));
        Assert.Equal(EvidenceGrade.Lines, result.Attribution.Sources[0].Grade);
        Assert.Equal(repository.Head, result.Attribution.Sources[0].Commit);
        Assert.Equal((2, 1), (result.Summary.UnreachableNotes, result.Summary.AdoptedNotes));
    }

    [Fact]
    public void Originals_are_found_when_only_their_notes_keep_them_and_the_main_branch_went_on()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by AI\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        Change(repository, Base + "by AI\nby AI 2\n", "A.cs\n  1234567890abcdef 10\n---\n{}");
        repository.Git("checkout", "-q", "main");
        repository.Write("A.cs", "above\n" + Base).Commit("Meanwhile");
        SquashOnMain(repository);
        repository.Git("branch", "-q", "-D", "work");

        Assert.Equal("OOOOOOOOOAA", Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    [Fact]
    public void A_branch_that_merged_the_main_branch_in_between_is_still_found()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by AI\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        repository.Git("checkout", "-q", "main");
        repository.Write("B.cs", "other work\n").Commit("Meanwhile");
        repository.Git("checkout", "-q", "work");
        repository.Merge("main");
        Change(repository, Base + "by AI\nby hand\n", null);
        SquashOnMain(repository);

        Assert.Equal("OOOOOOOOAO", Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    [Fact]
    public void A_fixup_within_a_branch_carries_the_notes_of_both()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "first\n", null);
        Change(repository, Base + "first\nby AI\n", "A.cs\n  1234567890abcdef 10\n---\n{}");
        Change(repository, Base + "first\nby AI\nfixed by AI\n", "A.cs\n  1234567890abcdef 11\n---\n{}");
        repository.Git("branch", "before");
        repository.Git("reset", "-q", "--soft", "HEAD~2");
        repository.CommitStaged("Fixed up");

        Assert.Equal("OOOOOOOOOAA", Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    [Fact]
    public void Lines_that_a_note_names_and_its_commit_did_not_make_stay_out()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by hand\n", null);
        Change(repository, Base + "by hand\nby AI\n", "A.cs\n  1234567890abcdef 9-10\n---\n{}");
        SquashOnMain(repository);

        Assert.Equal("OOOOOOOOOA", Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    [Fact]
    public void Lines_of_originals_without_note_are_as_their_own_message_says()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "noted\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        Change(repository, Base + "noted\ndeclared\n", null, ScanRunner.ByClaude);
        Change(repository, Base + "noted\ndeclared\nby hand\n", null);
        SquashOnMain(repository);

        Assert.Equal("OOOOOOOOAAO", Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    [Fact]
    public void A_squash_that_holds_more_than_the_branch_adopts_nothing()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by AI\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--squash", "work");
        repository.Write("A.cs", Base + "by AI\nand more\n").Commit("Work (#1)");

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Empty(result.Attribution.Files);
        Assert.Equal((1, 0), (result.Summary.UnreachableNotes, result.Summary.AdoptedNotes));
    }

    [Fact]
    public void Two_commits_with_the_same_change_are_ambiguous_and_adopt_nothing()
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by AI\n", "A.cs\n  1234567890abcdef 9\n---\n{}");
        Change(repository, Base + "by AI\nmore\n", null);
        SquashOnMain(repository);
        repository.Git("revert", "--no-edit", "HEAD");
        repository.Git("cherry-pick", "HEAD~1");

        Assert.Empty(ScanRunner.Scan(repository).Attribution.Files);
    }

    [Theory]
    [InlineData("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""", "OOOOOOOOOAO")]
    [InlineData("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":40}}}""", "OOOOOOOOOIO")]
    [InlineData("team", "A.cs\n  s_1::t_1 10\n---\n{\"schema_version\":\"authorship/3.0.0\"}", "OOOOOOOOOAO")]
    [InlineData("agentblame", """{"version":2,"timestamp":"x","attributions":[{"path":"A.cs","startLine":10,"endLine":10,"provider":"cursor"}]}""", "OOOOOOOOOAO")]
    [InlineData("ai", "A.cs\n  s_1::t_1 x\n---\n{\"schema_version\":\"authorship/3.0.0\"}", "OOOOOOOOUUU")]
    public void Notes_of_every_tool_that_tell_of_lines_follow_a_squash(string reference, string note, string letters)
    {
        using TestRepository repository = Branch();
        Change(repository, Base + "by hand\n", null);
        Change(repository, Base + "by hand\nby AI\n", null);
        repository.Git("notes", "--ref=" + reference, "add", "-C", ScanRunner.Blob(repository, note), "HEAD");
        Change(repository, Base + "by hand\nby AI\nby hand again\n", null);
        SquashOnMain(repository);

        Assert.Equal(letters, Letters(ScanRunner.Scan(repository), "A.cs"));
    }

    private static TestRepository Branch()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", Base).Commit("Start");
        repository.Git("checkout", "-q", "-b", "work");
        return repository;
    }

    private static void Change(TestRepository repository, string text, string? note, string message = "Change")
    {
        string commit = repository.Write("A.cs", text).Commit(message);
        if (note is not null)
            ScanRunner.Note(repository, commit, note);
    }

    private static void SquashOnMain(TestRepository repository)
    {
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--squash", "work");
        repository.Commit("Work (#1)", "Reviewer <reviewer@example.com>");
    }

    private static string Letters(ScanResult result, string path) =>
        string.Concat(ScanRunner.States(result.Attribution, path).Select(state => state.ToString()[0]));
}
