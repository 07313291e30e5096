using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

/// <summary>Commits of which some lines are AI: a mark does not say more than it knows.</summary>
public sealed class InPartTests : IDisposable
{
    private const string Review = "Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>";
    private const string Codex = "Co-authored-by: Codex <noreply@openai.com>";
    private const string Suggestion = "Add P (#5)\n\n* Add P\n\n* Apply suggestion\n\n---------\n\n" + Review;

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(AttributionMode.Git)]
    [InlineData(AttributionMode.Meaning)]
    internal void Squash_with_one_accepted_suggestion_is_ai_in_part(AttributionMode mode)
    {
        string squash = Suggested(null);

        ScanResult result = ScanRunner.Scan(_repository, new ScanOptions { Mode = mode });

        Assert.Equal("OPPPPPPPPPPO", Letters(result));
        LineSource source = Assert.Single(result.Attribution.Sources);
        Assert.Equal((squash, 0), (source.Commit, source.Evidence.Count));
        Assert.Equal(("copilot-review", EvidenceGrade.Declared), (source.InPart[0].Agent, source.InPart[0].Grade));
        Assert.Equal((1, 0), (result.Summary.InPart, result.Summary.Resolved));
    }

    [Theory]
    [InlineData("refs/heads/kept")]
    [InlineData("refs/remotes/origin/kept")]
    [InlineData("refs/pull/5/head")]
    [InlineData("refs/merge-requests/5/head")]
    [InlineData("refs/pull-requests/5/from")]
    [InlineData("refs/remotes/origin/pull/5/head")]
    [InlineData("refs/remotes/origin/pr/5")]
    public void Originals_tell_which_lines_are_ai(string reference)
    {
        string squash = Suggested(reference);
        string original = _repository.Git("rev-parse", reference).Trim();

        ScanResult result = ScanRunner.Scan(_repository);

        Assert.Equal("OOOOAOOOOOOO", Letters(result));
        LineSource ai = Assert.Single(result.Attribution.Sources, source => source.Evidence.Count > 0);
        Assert.Equal((squash, original, "copilot-review"), (ai.Commit, ai.Original, ai.Evidence[0].Agent));
        Assert.Equal((1, 1), (result.Summary.InPart, result.Summary.Resolved));
    }

    [Fact]
    public void Originals_in_the_reflog_alone_tell_nothing()
    {
        Suggested(null);

        Assert.NotEqual("", _repository.Git("reflog"));
        Assert.Equal("OPPPPPPPPPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Originals_that_a_note_keeps_tell_which_lines_are_ai()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(10, "Add P");
        string original = branch.Change(5, "Apply suggestion\n\n" + Review);
        ScanRunner.Note(_repository, original, "b.cs\n  1234567890abcdef 1\n---\n{}");
        branch.Squash(Suggestion);

        Assert.Equal("OOOOAOOOOOOO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Every_line_keeps_the_commit_of_git_blame()
    {
        Suggested("refs/pull/5/head");

        ScanResult result = ScanRunner.Scan(_repository, new ScanOptions { KeepAllSources = true });

        Assert.Equal(
            BlameOutput.Of(_repository, "a.cs").Select(line => line.Commit),
            result.Attribution.Files["a.cs"].Runs.SelectMany(run => Enumerable.Repeat(result.Attribution.Sources[run.Source].Commit, run.Count)));
    }

    [Theory]
    [InlineData(false, false, "OPPPPPPPPPPPPPPPPPPPPPPPPPPPPPPO")]
    [InlineData(false, true, "OOOOOOOOOOOOOOOOOOOOOAAAAAAOOOOO")]
    [InlineData(true, false, "OAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAO")]
    [InlineData(true, true, "OAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAO")]
    public void Squash_of_several_commits_is_ai_as_far_as_they_are_marked(bool allMarked, bool kept, string letters)
    {
        Three(allMarked, kept ? "refs/pull/5/head" : null);

        Assert.Equal(letters, Letters(ScanRunner.Scan(_repository)));
    }

    [Theory]
    [InlineData(Codex, Codex, null, "OAAAAAAO")]
    [InlineData(Codex, Codex, "refs/pull/5/head", "OOOOAAAO")]
    [InlineData(Codex, Codex, "refs/heads/kept", "OAAAAAAO")]
    [InlineData(null, Codex, "refs/pull/5/head", "OAAAAAAO")]
    [InlineData(Codex, "Assisted-by: Codex", "refs/pull/5/head", "OAAAAAAO")]
    [InlineData(Codex, "Co-authored-by: Claude <noreply@anthropic.com>", "refs/pull/5/head", "OAAAAAAO")]
    public void Squash_that_names_co_authors_alone_is_ai_as_far_as_the_pull_request_here_is_marked(string? original, string squash, string? keptAs, string letters)
    {
        SquashedBranch branch = new(_repository);
        branch.Add(3, "One");
        branch.Add(3, original is null ? "Two" : "Two\n\n" + original);
        branch.Squash("Add P (#5)\n\n" + squash, keptAs);

        ScanResult result = ScanRunner.Scan(_repository);

        Assert.Equal(letters, Letters(result));
        Assert.Equal(letters.Contains("OOOO", StringComparison.Ordinal) ? (1, 1) : (0, 0), (result.Summary.InPart, result.Summary.Resolved));
    }

    [Fact]
    public void Squash_that_names_co_authors_alone_stays_ai_where_every_commit_of_the_pull_request_is_marked()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(3, "One\n\n" + Codex);
        branch.Add(3, "Two\n\n" + Codex);
        branch.Squash("Add P (#5)\n\n" + Codex, "refs/pull/5/head");

        Assert.Equal("OAAAAAAO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Note_on_the_squash_decides_for_the_file_that_it_names()
    {
        string squash = Three(allMarked: false, keptAs: null);
        ScanRunner.Note(_repository, squash, "a.cs\n  1234567890abcdef 22-27\n---\n{}");

        ScanResult result = ScanRunner.Scan(_repository);

        Assert.Equal("OOOOOOOOOOOOOOOOOOOOOAAAAAAOOOOO", Letters(result));
        Assert.Equal(EvidenceGrade.Lines, Assert.Single(result.Attribution.Sources).Grade);
    }

    [Theory]
    [InlineData("Apply suggestions from code review\n\n" + Review, "Dev <dev@example.com>", "AAA")]
    [InlineData("Apply suggestions from code review\n\n" + Review + "\nCo-authored-by: Bob <bob@example.com>", "Dev <dev@example.com>", "PPP")]
    [InlineData(Suggestion, "Copilot <198982749+Copilot@users.noreply.github.com>", "AAA")]
    public void Suggestions_are_ai_where_nobody_else_made_some(string message, string author, string letters)
    {
        _repository.Write("a.cs", "1\n2\n3\n").Commit(message, author);

        Assert.Equal(letters, Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Review_bots_that_do_not_count_leave_no_line_in_part()
    {
        Suggested(null);

        ScanResult result = ScanRunner.Scan(_repository, new ScanOptions { Evidence = EvidenceOptions.Default with { ReviewBots = false } });

        Assert.Empty(result.Attribution.Files);
        Assert.Equal(0, result.Summary.InPart);
    }

    [Fact]
    public void Lines_that_the_tip_of_the_pull_request_has_not_stay_in_part()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(4, "Add P");
        branch.Change(3, "Apply suggestion\n\n" + Review);
        string tip = _repository.Head;
        branch.Add(2, "Resolved while merging");
        branch.Squash(Suggestion);
        _repository.Git("update-ref", "refs/pull/5/head", tip);

        Assert.Equal("OOAOOPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Pull_request_that_did_not_change_the_files_of_the_squash_is_another_one()
    {
        Suggested(null);
        _repository.Git("checkout", "-q", "-b", "other", "HEAD~1");
        _repository.Write("b.cs", "1\n").Commit("Other\n\n" + Codex);
        _repository.Git("update-ref", "refs/pull/5/head", "HEAD");
        _repository.Git("checkout", "-q", "main");

        Assert.Equal("OPPPPPPPPPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Two_candidates_that_say_different_things_are_none()
    {
        Suggested("refs/pull/5/head");
        _repository.Git("checkout", "-q", "-b", "other", "HEAD~1");
        _repository.Git("checkout", "main", "--", "a.cs");
        _repository.Commit("All at once\n\n" + Codex);
        _repository.Git("update-ref", "refs/merge-requests/5/head", "HEAD");
        _repository.Git("checkout", "-q", "main");

        Assert.Equal("OPPPPPPPPPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Branch_without_the_patch_of_the_squash_tells_nothing()
    {
        Suggested(null);
        _repository.Git("checkout", "-q", "-b", "other", "HEAD~1");
        _repository.Write("a.cs", "class A {\n    int line2 = 2;\n}\n").Commit("Other\n\n" + Codex);
        _repository.Git("checkout", "-q", "main");

        Assert.Equal("OPPPPPPPPPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Branch_that_merged_main_in_between_is_still_the_original()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(4, "Add P");
        _repository.Git("checkout", "-q", "main");
        _repository.Write("b.cs", "1\n").Commit("Meanwhile");
        _repository.Git("checkout", "-q", "work");
        _repository.Merge("main");
        branch.Change(3, "Apply suggestion\n\n" + Review);
        branch.Squash(Suggestion, "refs/pull/5/head");

        Assert.Equal("OOAOOO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Renamed_file_is_followed_through_the_originals()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(8, "Add P");
        branch.Change(5, "Apply suggestion\n\n" + Review);
        _repository.Git("mv", "a.cs", "z.cs");
        _repository.Commit("Rename");
        branch.Squash(Suggestion, "refs/pull/5/head");

        // The squash shows no rename, so its first and last line are older than the originals and nothing is said of them.
        Assert.Equal("POOOAOOOOP", string.Concat(ScanRunner.States(ScanRunner.Scan(_repository).Attribution, "z.cs").Select(Letter)));
    }

    [Fact]
    public void Original_that_is_ai_in_part_itself_leaves_its_lines_in_part()
    {
        SquashedBranch branch = new(_repository);
        branch.Add(2, "Add P");
        branch.Add(2, "Apply suggestions\n\n" + Review + "\nCo-authored-by: Bob <bob@example.com>");
        branch.Squash(Suggestion, "refs/pull/5/head");

        Assert.Equal("OOOPPO", Letters(ScanRunner.Scan(_repository)));
    }

    [Fact]
    public void Pull_request_that_merged_more_versions_than_are_read_leaves_lines_in_part()
    {
        const int Versions = 20_000;
        var stream = new StringBuilder();
        Add(1, "refs/heads/main", "Begin", 0);
        for (int mark = 2; mark < Versions; mark++)
            Add(mark, "refs/foreign", "Another", mark, mark == 2 ? [] : [mark - 1]);
        Add(Versions, "refs/pull/5/head", "Take it", Versions, 1, Versions - 1);
        Add(Versions + 1, "refs/heads/main", Suggestion, Versions, 1);
        GitProcess.Run(_repository.Root, Encoding.UTF8.GetBytes(stream.ToString()), new Dictionary<string, string>(), "fast-import", "--quiet", "--force");

        Assert.Equal("OPO", Letters(ScanRunner.Scan(_repository)));

        void Add(int mark, string reference, string message, int value, params int[] parents)
        {
            string text = $"class A {{\n    int value = {value};\n}}\n";
            stream.Append($"commit {reference}\nmark :{mark}\ncommitter Dev <dev@example.com> {1767225600 + mark} +0000\ndata {message.Length}\n{message}\n");
            for (int i = 0; i < parents.Length; i++)
                stream.Append($"{(i == 0 ? "from" : "merge")} :{parents[i]}\n");
            stream.Append($"M 100644 inline a.cs\ndata {text.Length}\n{text}\n");
        }
    }

    [Fact]
    public void Blank_line_between_lines_that_a_note_names_is_ai_with_its_neighbours()
    {
        string commit = _repository.Write("a.cs", "1\n2\n\n4\n5\nby hand\n\n").Commit("Add\n\n" + Codex);
        ScanRunner.Note(_repository, commit, "a.cs\n  1234567890abcdef 1-2,4-5\n---\n{}");

        Assert.Equal("AAAAAOO", Letters(ScanRunner.Scan(_repository)));
    }

    /// <summary>A person adds ten lines, then takes a suggestion over in one of them; all of it is squashed.</summary>
    private string Suggested(string? keptAs)
    {
        SquashedBranch branch = new(_repository);
        branch.Add(10, "Add P");
        branch.Change(5, "Apply suggestion\n\n" + Review);
        return branch.Squash(Suggestion, keptAs);
    }

    /// <summary>A person's squash of three commits of 20, 6 and 4 lines.</summary>
    private string Three(bool allMarked, string? keptAs)
    {
        string mark = allMarked ? "\n\n" + Codex : "";
        SquashedBranch branch = new(_repository);
        branch.Add(20, "One" + mark);
        branch.Add(6, "Two\n\n" + Codex);
        branch.Add(4, "Three" + mark);
        return branch.Squash($"Add P (#5)\n\n* One{mark}\n\n* Two\n\n{Codex}\n\n* Three{mark}\n\n---------\n\n{Codex}", keptAs);
    }

    private static string Letters(ScanResult result) => string.Concat(ScanRunner.States(result.Attribution, "a.cs").Select(Letter));

    private static char Letter(LineState state) => state switch
    {
        LineState.Ai => 'A',
        LineState.Other => 'O',
        LineState.InPart => 'P',
        _ => '?',
    };
}
