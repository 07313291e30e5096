using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Outcomes;

/// <summary>Lives of lines in real repositories. A line is one statement, so that none is like another.</summary>
public sealed class SurvivalScannerTests : IDisposable
{
    private const string Ai = "\n\nCo-authored-by: Claude <noreply@anthropic.com>";

    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Line_that_is_replaced_dies_on_the_day_of_the_commit_that_replaced_it()
    {
        string ai = _repository.Write("C.cs", Lines(1, 2, 3, 4)).Commit("Add" + Ai);
        string other = _repository.Wait(3).Write("C.cs", Lines(1, 20, 3, 4)).Commit("Mend");
        _repository.Wait(20).Write("C.cs", Lines(1, 20, 3)).Commit("Take out");

        SurvivalHistory history = Scan();

        Assert.Equal([(ai, true, 4, "3:1 23:1"), (other, false, 1, "")], Told(history));
    }

    [Fact]
    public void Deleted_file_takes_its_lines_along()
    {
        string ai = _repository.Write("C.cs", Lines(1, 2, 3)).Write("D.cs", Lines(9)).Commit("Add" + Ai);
        _repository.Wait(5).Git("rm", "-q", "C.cs");
        _repository.Commit("Remove");

        Assert.Equal([(ai, true, 4, "5:3")], Told(Scan()));
    }

    [Fact]
    public void Renamed_moved_and_reindented_lines_live_on()
    {
        string ai = _repository.Write("C.cs", Lines(1, 2, 3, 4, 5, 6)).Commit("Add" + Ai);
        _repository.Wait(1).Git("mv", "C.cs", "E.cs");
        _repository.Commit("Rename");
        _repository.Wait(1).Write("E.cs", Lines(1, 2, 3, 4, 5, 6).Replace("Call", "    Call", StringComparison.Ordinal)).Commit("Indent");
        _repository.Wait(1).Write("E.cs", "").Write("F.cs", Lines(1, 2, 3, 4, 5, 6)).Commit("Move");

        Assert.Equal([(ai, true, 6, "")], Told(Scan()));
    }

    [Fact]
    public void Line_that_layout_broke_into_several_landed_once()
    {
        string ai = _repository.Write("C.cs", "Call(one, two, three);\nCall(four);\n").Commit("Add" + Ai);
        _repository.Wait(1).Write("C.cs", "Call(\n    one,\n    two,\n    three);\nCall(four);\n").Commit("Break");

        SurvivalHistory history = Scan();

        Assert.Equal([(ai, true, 2, "")], Told(history));
        Assert.Equal(3, history.Repeated);
    }

    [Fact]
    public void Line_of_a_branch_lands_with_the_merge_and_what_died_before_never_landed()
    {
        _repository.Write("C.cs", Lines(1)).Commit("Begin");
        _repository.Git("checkout", "-q", "-b", "topic");
        string ai = _repository.Write("D.cs", Lines(11, 12, 13)).Commit("Add" + Ai);
        string other = _repository.Wait(1).Write("D.cs", Lines(11, 12, 30)).Commit("Change before the merge");
        _repository.Git("checkout", "-q", "main");
        _repository.Wait(9).Write("C.cs", Lines(1, 2)).Commit("Go on");
        _repository.Merge("topic");
        _repository.Wait(2).Write("D.cs", Lines(11, 30)).Commit("Take out");

        SurvivalHistory history = Scan();

        Assert.Equal([(ai, true, 2, "2:1"), (other, false, 1, "")], Told(history).Order());
        Assert.All(history.Changes, c => Assert.Equal(10, (int)Math.Round((c.Landed - new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)).TotalDays)));
    }

    [Fact]
    public void Line_that_a_merge_takes_back_from_the_other_side_lives()
    {
        string ai = _repository.Write("C.cs", Lines(1, 2, 3)).Commit("Add" + Ai);
        _repository.Git("checkout", "-q", "-b", "topic");
        _repository.Write("D.cs", Lines(40)).Commit("Elsewhere");
        _repository.Git("checkout", "-q", "main");
        string other = _repository.Wait(1).Write("C.cs", Lines(1)).Commit("Take out");
        _repository.Git("merge", "-q", "--no-ff", "--no-commit", "topic");
        _repository.Write("C.cs", Lines(1, 2, 3)).Wait(1).Commit("Merge with the old text");

        Assert.Contains((ai, true, 3, ""), Told(Scan()));
        Assert.DoesNotContain(Told(Scan()), c => c.Commit == other);
    }

    [Fact]
    public void Lines_that_the_revert_of_a_revert_brings_back_live_and_land_once()
    {
        string ai = _repository.Write("C.cs", Lines(1, 2, 3)).Write("D.cs", Lines(4, 5)).Commit("Add" + Ai);
        _repository.Wait(2).Git("revert", "--no-edit", "HEAD");
        Assert.Equal([(ai, true, 5, "2:5")], Told(Scan()));

        _repository.Wait(3).Git("revert", "--no-edit", "HEAD");
        Assert.Equal([(ai, true, 5, "")], Told(Scan()));

        _repository.Wait(1).Write("C.cs", Lines(1, 3)).Commit("Take one out");
        Assert.Equal([(ai, true, 5, "6:1")], Told(Scan()));
    }

    [Fact]
    public void Older_lines_are_not_compared_with()
    {
        _repository.Write("Old.cs", Lines(1, 2, 3)).Commit("Before any AI");
        string ai = _repository.Wait(400).Write("C.cs", Lines(7)).Commit("Add" + Ai);
        _repository.Wait(1).Write("Old.cs", Lines(1)).Commit("Take old lines out");

        SurvivalHistory history = Scan();

        Assert.Equal([(ai, true, 1, "")], Told(history));
        Assert.Equal(400, (history.Since!.Value - new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)).Days);
    }

    [Fact]
    public void Repository_without_ai_has_no_history_of_survival()
    {
        _repository.Write("C.cs", Lines(1)).Commit("Begin");

        Assert.Equal(SurvivalHistory.None, Scan());
    }

    [Fact]
    public void Cache_gives_the_same()
    {
        _repository.Write("C.cs", Lines(1, 2)).Commit("Add" + Ai);
        _repository.Wait(1).Write("C.cs", Lines(1)).Commit("Take out");

        SurvivalHistory first = Scan(useCache: true);

        Assert.Single(Directory.EnumerateFiles(Path.Combine(_repository.Root, ".git", "ai-attribution"), "survival-*.cache"));
        Assert.Equal(Told(first), Told(Scan(useCache: true)));
        Assert.Equal(Told(first), Told(Scan()));
        Assert.Equal(first.Repeated, Scan(useCache: true).Repeated);
    }

    private static string Lines(params int[] numbers) => string.Concat(numbers.Select(n => $"Call{n}(\"{n * 7919}\");\n"));

    /// <summary>Each change with its deaths as <c>day:lines</c>, days from its landing.</summary>
    private static IEnumerable<(string Commit, bool IsAi, int Lines, string Deaths)> Told(SurvivalHistory history) =>
        history.Changes.Select(c => (c.Commit, c.IsAi, c.Lines, string.Join(' ', c.Deaths.Select(d => $"{(d.Time - c.Landed).Days}:{d.Lines}"))));

    private SurvivalHistory Scan(bool useCache = false)
    {
        using GitRepository opened = GitRepository.Open(_repository.Root);
        return SurvivalScanner.Read(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = useCache });
    }
}
