using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class RuleInputTests : IDisposable
{
    private const string Rules = """ "rules": [{ "id": "session", "require": { "session": "required" } }] """;

    private readonly TestRepository _repository = new();

    public RuleInputTests() => _repository.Write("ai-attribution.json", $"{{ {Rules} }}");

    [Fact]
    public void Commits_are_those_that_AI_lines_come_from_at_the_first_of_them()
    {
        _repository.Write("A.cs", "int hand = 1;\n").Commit("by hand");
        string ai = _repository.Write("A.cs", "int hand = 1;\nint ai = 2;\nint more = 3;\n").Commit(RuleRepository.Trailer);

        CommitSubject commit = Assert.Single(RuleRepository.Inputs(_repository).Commits);

        Assert.Equal((ai, "A.cs", 2), (commit.Id, commit.Place.Path, commit.Place.Line));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "rules": [{ "id": "session", "severity": "off", "require": { "session": "required" } }] }""")]
    public void Commits_are_not_read_when_no_rule_asks_for_them(string policy)
    {
        _repository.Write("ai-attribution.json", policy);
        _repository.Write("A.cs", "int ai = 2;\n").Commit(RuleRepository.Trailer);

        Assert.Empty(RuleRepository.Inputs(_repository).Commits);
    }

    [Fact]
    public void Range_brings_its_commits_also_when_nothing_is_left_of_them()
    {
        string start = _repository.Write("A.cs", "int hand = 1;\n").Commit("by hand");
        string ai = _repository.Write("A.cs", "int ai = 2;\n").Commit(RuleRepository.Trailer);
        string after = _repository.Write("A.cs", "int hand = 3;\n").Commit("by hand");

        PolicyInput input = RuleRepository.Inputs(_repository, start);

        Assert.Equal(new[] { ai, after }.Order(StringComparer.Ordinal), input.Commits.Select(c => c.Id));
        Assert.Equal(RulePlace.Nowhere with { Commit = ai }, input.Commits.Single(c => c.Id == ai).Place);
    }

    [Fact]
    public void Merge_is_left_out()
    {
        string start = _repository.Write("A.cs", "int hand = 1;\n").Commit("by hand");
        _repository.Git("checkout", "-q", "-b", "side");
        string side = _repository.Write("B.cs", "int b = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Git("checkout", "-q", "main");
        _repository.Merge("side");

        Assert.Equal(side, Assert.Single(RuleRepository.Inputs(_repository, start).Commits).Id);
    }

    [Fact]
    public void Range_that_ends_elsewhere_leaves_members_and_files_open()
    {
        string first = _repository.Write("A.cs", "int a = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Write("B.cs", "int b = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Write("C.cs", "int c = 1;\n").Commit(RuleRepository.Trailer);

        Assert.StartsWith($"the range '{first}..HEAD~1' ends at a commit that is not checked out", RuleRepository.Inputs(_repository, $"{first}..HEAD~1").CodeGap, StringComparison.Ordinal);
    }

    [Fact]
    public void Baseline_of_the_policy_takes_older_commits_out()
    {
        _repository.Write("A.cs", "int a = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Git("tag", "v1");
        string late = _repository.Write("B.cs", "int b = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Write("ai-attribution.json", $$"""{ "attribution": { "since": "v1" }, {{Rules}} }""");

        Assert.Equal(late, Assert.Single(RuleRepository.Inputs(_repository).Commits).Id);
    }

    [Theory]
    [InlineData("v1", true)]
    [InlineData("2026-01-01", true)]
    [InlineData("v9", false)]
    public void Baselines_of_rules_are_resolved_and_a_missing_one_is_left_out(string baseline, bool known)
    {
        _repository.Write("A.cs", "int a = 1;\n").Commit(RuleRepository.Trailer);
        _repository.Git("tag", "v1");
        _repository.Write("ai-attribution.json", $$"""{ "rules": [{ "id": "a", "newOnly": "{{baseline}}", "require": { "session": "required" } }] }""");

        Assert.Equal(known, RuleRepository.Inputs(_repository).Baselines.ContainsKey(baseline));
    }

    [Fact]
    public void Note_of_a_commit_that_was_rebased_is_evidence_for_the_one_that_took_its_place()
    {
        _repository.Write("A.cs", "int hand = 1;\n").Commit("by hand");
        string old = _repository.Write("A.cs", "int hand = 1;\nint ai = 2;\n").Commit("Add ai");
        _repository.Git("notes", "--ref=ai", "add", "-m", GitAiNoteText(), old);
        _repository.Git("commit", "-q", "--amend", "--no-edit", "-m", "Add ai, reworded", "--date", "2026-01-01T12:02:00+00:00");
        string now = _repository.Head;
        Assert.NotEqual(old, now);

        CommitSubject commit = Assert.Single(RuleRepository.Inputs(_repository, now + "~1").Commits);

        Assert.Equal((now, EvidenceKind.GitAiNote, EvidenceGrade.Lines), (commit.Id, commit.Evidence.FirstOrDefault()?.Kind, commit.Evidence.FirstOrDefault()?.Grade));
    }

    public void Dispose() => _repository.Dispose();

    private static string GitAiNoteText() =>
        """
        A.cs
          abcdef1234567890 2
        ---
        {
          "schema_version": "authorship/3.0.0",
          "base_commit_sha": "0000000000000000000000000000000000000000",
          "prompts": {
            "abcdef1234567890": {
              "agent_id": { "tool": "cursor", "id": "x", "model": "gpt-5" },
              "total_additions": 1, "total_deletions": 0, "accepted_lines": 1, "overriden_lines": 0
            }
          }
        }
        """;
}
