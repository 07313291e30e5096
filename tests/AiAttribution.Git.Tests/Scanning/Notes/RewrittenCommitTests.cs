using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning.Notes;

public class RewrittenCommitTests
{
    [Theory]
    [InlineData("rebase")]
    [InlineData("amend")]
    [InlineData("cherry-pick")]
    public void A_note_follows_its_commit_when_it_is_rewritten(string how)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "old 1\nold 2\n").Commit("Start");
        repository.Git("checkout", "-q", "-b", "work");
        string commit = repository.Write("A.cs", "old 1\nnew 1\nnew 2\nold 2\n").Commit("Change");
        ScanRunner.Note(repository, commit, "A.cs\n  1234567890abcdef 2\n---\n{}");
        repository.Git("checkout", "-q", "main");
        repository.Write("A.cs", "above\nold 1\nold 2\n").Commit("Other");
        if (how == "amend")
            repository.Git("checkout", "-q", "work");
        repository.Git(how switch
        {
            "rebase" => ["rebase", "-q", "main", "work"],
            "amend" => ["commit", "-q", "--amend", "-m", "Better words"],
            _ => ["cherry-pick", commit],
        });

        ScanResult result = ScanRunner.Scan(repository);

        LineState[] expected = [LineState.Other, LineState.Ai, LineState.Other, LineState.Other];
        Assert.Equal(how == "amend" ? expected : [LineState.Other, .. expected], ScanRunner.States(result.Attribution, "A.cs"));
        Assert.Equal((1, 1), (result.Summary.UnreachableNotes, result.Summary.AdoptedNotes));
    }
}
