using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Core.Tests.Evidence.Notes;

public class GitAiNoteTests
{
    private const string Metadata = """
        {
          "schema_version": "authorship/3.0.0",
          "base_commit_sha": "0123456789abcdef0123456789abcdef01234567",
          "prompts": {
            "0123456789abcdef": { "messages": [{ "text": "x", "input": { "agent_id": { "tool": "no" } } }], "agent_id": { "tool": "cursor", "id": "c-1", "model": "claude-4.5-sonnet-thinking" } },
            "7abcdef": { "agent_id": { "tool": "github-copilot", "id": "g-1", "model": "default" }, "custom_attributes": { "count": 42 } },
            "11111111-2222-4333-8444-555555555555": { "agent_id": { "tool": "codex", "id": "x-1", "model": "\"gpt-5\"" }, "human_author": null }
          },
          "humans": { "h_12": { "author": "Ann" } },
          "sessions": { "s_1": { "agent_id": { "tool": "claude", "id": "u-1", "model": "openai/gpt-5.4" } } }
        }
        """;

    [Theory]
    [InlineData("s_1::t_9", "claude-code", "gpt-5.4", "claude:u-1")]
    [InlineData("s_1", "claude-code", "gpt-5.4", "claude:u-1")]
    [InlineData("0123456789abcdef", "cursor", "claude-sonnet-4-5-thinking", "cursor:c-1")]
    [InlineData("7abcdef", "copilot", null, "copilot:g-1")]
    [InlineData("11111111-2222-4333-8444-555555555555", "codex", "gpt-5", "codex:x-1")]
    [InlineData("ai_agent", "unknown", null, null)]
    [InlineData("s_none::t_1", "unknown", null, null)]
    [InlineData("s_59382cac373d67::t_1", "unknown", null, "git-ai:s_59382cac373d67")]
    [InlineData("fedcba9", "unknown", null, null)]
    public void Key_of_an_agent_gives_its_statement(string key, string agent, string? model, string? session)
    {
        GitAiNote note = Parse($"src/A.cs\n  {key} 3-5\n---\n{Metadata}");

        AttestedRange range = Assert.Single(Assert.Single(note.Files).Ranges);
        Assert.Equal((3, 5), (range.First, range.Last));
        Assert.Equal((EvidenceKind.GitAiNote, EvidenceGrade.Lines, agent, model, session, "refs/notes/ai"), (range.Ai!.Kind, range.Ai.Grade, range.Ai.Agent, range.Ai.Model, range.Ai.Session?.ToString(), range.Ai.Source));
        Assert.Empty(note.Problems);
    }

    [Theory]
    [InlineData("human")]
    [InlineData("h_12")]
    public void Key_of_a_human_gives_lines_without_ai(string key) =>
        Assert.Equal("1-2 other", Lines(Parse($"src/A.cs\n  {key} 1-2\n---\n{Metadata}")));

    [Fact]
    public void Unsorted_ranges_come_sorted_and_joined() =>
        Assert.Equal("1-4 claude-code,9 claude-code,12 claude-code", Lines(Parse($"src/A.cs\n  s_1 12,3-4,9,1-2\n---\n{Metadata}")));

    [Fact]
    public void Last_entry_wins_where_two_claim_a_line() =>
        Assert.Equal("1-2 cursor,3-4 other,5 cursor,6 claude-code,7-9 cursor", Lines(Parse($"src/A.cs\n  0123456789abcdef 1-9\n  h_12 3-4\n  s_1 6\n---\n{Metadata}")));

    [Fact]
    public void Earlier_entry_keeps_what_a_later_one_does_not_claim() =>
        Assert.Equal("1-3 claude-code,4-6 cursor,7-8 claude-code", Lines(Parse($"src/A.cs\n  s_1 1-4\n  s_1 5-8\n  0123456789abcdef 4-6\n---\n{Metadata}")));

    [Fact]
    public void Quoted_path_loses_its_quotes() =>
        Assert.Equal("src/My File.cs", Assert.Single(Parse($"\"src/My File.cs\"\n  s_1 1\n---\n{Metadata}").Files).Path);

    [Fact]
    public void Files_keep_the_notes_order_and_a_repeated_one_is_merged() =>
        Assert.Equal(["b.cs", "a.cs"], Parse($"b.cs\n  s_1 1\na.cs\n  s_1 1\nb.cs\n  s_1 2\n---\n{Metadata}").Files.Select(f => f.Path));

    [Fact]
    public void Note_without_attested_lines_says_nothing()
    {
        GitAiNote note = Parse($"---\n{Metadata}");

        Assert.Empty(note.Files);
        Assert.Empty(note.Problems);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../outside.cs")]
    [InlineData("src/../../outside.cs")]
    public void Path_outside_the_repository_is_left_out(string path)
    {
        GitAiNote note = Parse($"{path}\n  s_1 1\ninside.cs\n  s_1 1\n---\n{Metadata}");

        Assert.Equal(["inside.cs"], note.Files.Select(f => f.Path));
        Assert.Contains("outside the repository", Assert.Single(note.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s_1 0")]
    [InlineData("s_1 5-4")]
    [InlineData("s_1 99999999999")]
    [InlineData("s_1 2147483647")]
    [InlineData("s_1 -3")]
    [InlineData("s_1 3-")]
    [InlineData("s_1 x")]
    [InlineData("s_1")]
    public void Range_that_cannot_be_read_is_a_problem_and_the_others_stay(string entry)
    {
        GitAiNote note = Parse($"src/A.cs\n  {entry}\n  s_1 7\n---\n{Metadata}");

        Assert.Equal("7 claude-code", Lines(note));
        Assert.StartsWith("line 2:", Assert.Single(note.Problems), StringComparison.Ordinal);
        Assert.Equal(["src/A.cs"], note.Gaps);
    }

    [Fact]
    public void Note_cut_in_its_lines_gives_what_was_read_and_a_problem()
    {
        GitAiNote note = Parse("src/A.cs\n  s_1 1-2\nsrc/B.c");

        Assert.Equal("1-2 unknown", Lines(note));
        Assert.Contains("cut off", Assert.Single(note.Problems), StringComparison.Ordinal);
        Assert.True(note.IsCut);
    }

    [Fact]
    public void Note_cut_in_its_metadata_keeps_the_agents_before_the_cut()
    {
        GitAiNote note = Parse($"src/A.cs\n  0123456789abcdef 1\n  s_1 2\n---\n{Metadata[..^60]}");

        Assert.Equal("1 cursor,2 unknown", Lines(note));
        Assert.Contains("metadata", Assert.Single(note.Problems), StringComparison.Ordinal);
        Assert.False(note.IsCut);
    }

    [Fact]
    public void Two_notes_that_git_joined_are_both_read_and_the_first_decides_where_both_name_a_line()
    {
        GitAiNote note = Parse($"src/A.cs\n  s_1 1-3\n---\n{Metadata}\n\nsrc/A.cs\n  h_12 2-5\n  0123456789abcdef 6\n---\n{Metadata}");

        Assert.Equal("1-3 claude-code,4-5 other,6 cursor", Lines(note));
        Assert.Empty(note.Problems);
        Assert.False(note.IsCut);
    }

    [Fact]
    public void Note_that_is_joined_to_one_without_lines_is_read() =>
        Assert.Equal("2 claude-code", Lines(Parse($"---\n{Metadata}\n\nsrc/A.cs\n  s_1 2\n---\n{Metadata}")));

    [Fact]
    public void Note_joined_behind_metadata_that_is_cut_off_may_name_any_line()
    {
        GitAiNote note = Parse($"src/A.cs\n  s_1 1\n---\n{Metadata[..^60]}\n\nsrc/B.cs\n  s_1 2\n---\n{Metadata}");

        Assert.True(note.IsCut);
        Assert.Single(note.Problems);
    }

    [Fact]
    public void More_joined_notes_than_anybody_has_machines_are_told()
    {
        GitAiNote note = Parse(string.Join("\n\n", Enumerable.Range(1, 101).Select(line => $"src/A.cs\n  s_1 {line}\n---\n{{}}")));

        Assert.True(note.IsCut);
        Assert.Contains("more than 100", Assert.Single(note.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":42,\"id\":null,\"model\":[]}}}}")]
    [InlineData("{\"sessions\":[],\"prompts\":null}")]
    [InlineData("{\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":\"Ann <ann@example.com>\",\"id\":\"ann@example.com\",\"model\":\"a & b\"}}}}")]
    public void Metadata_of_another_shape_leaves_the_agent_unknown(string json)
    {
        EvidenceStatement statement = Assert.Single(Assert.Single(Parse($"src/A.cs\n  s_1 1\n---\n{json}").Files).Ranges).Ai!;

        Assert.Equal(("unknown", null, null), (statement.Agent, statement.Model, statement.Session));
    }

    [Fact]
    public void Note_larger_than_the_limit_is_read_up_to_it()
    {
        byte[] large = Encoding.UTF8.GetBytes($"src/A.cs\n  s_1 1\n---\n{{\"messages\":\"{new string('x', GitAiNote.MaximumBytes)}\"}}");

        GitAiNote note = GitAiNote.Parse(large);

        Assert.Equal("1 unknown", Lines(note));
        Assert.Contains(note.Problems, p => p.Contains("larger than 8 MB", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_without_a_file_above_them_may_be_of_any_file()
    {
        GitAiNote note = Parse($"  s_1 4\nb.cs\n  s_1 1\na.cs\n  s_1 1\n---\n{Metadata}");

        Assert.True(note.IsCut);
        Assert.StartsWith("line 1:", Assert.Single(note.Problems), StringComparison.Ordinal);
        Assert.Equal(["b.cs", "a.cs"], note.Files.Select(f => f.Path));
    }

    [Fact]
    public void Sorted_notes_that_name_one_file_keep_its_lines_and_their_only_agent()
    {
        GitAiNote note = Parse(Sorted($"src/A.cs\n  s_1::t_1 1-2\n---\n{Agent}\nsrc/A.cs\n  s_1::t_2 5\n---\n{Agent}"));

        Assert.Equal("1-2 codex,5 codex", Lines(note));
        Assert.Empty(note.Problems);
    }

    [Fact]
    public void Sorted_notes_that_name_two_files_may_name_any_line_and_say_so_once()
    {
        GitAiNote note = Parse(Sorted($"src/A.cs\n  s_1::t_1 1-2\n---\n{Agent}\nsrc/B.cs\n  s_1::t_2 5\n---\n{Agent}"));

        Assert.Empty(note.Files);
        Assert.True(note.IsCut);
        Assert.Contains("cat_sort_uniq", Assert.Single(note.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Sorted_notes_without_lines_say_nothing()
    {
        GitAiNote note = Parse(Sorted($"---\n{Agent}\n---\n{Agent}"));

        Assert.Empty(note.Files);
        Assert.Empty(note.Problems);
        Assert.False(note.IsCut);
    }

    private const string Agent = "{\n  \"schema_version\": \"authorship/3.0.0\",\n  \"sessions\": {\n    \"s_1\": {\n      \"agent_id\": {\n        \"tool\": \"codex\",\n        \"id\": \"x-1\"\n      }\n    }\n  }\n}";

    /// <summary>As <c>git notes merge -s cat_sort_uniq</c> leaves two notes.</summary>
    private static string Sorted(string notes) => string.Join('\n', notes.Split('\n').Distinct().Order(StringComparer.Ordinal)) + "\n";

    [Fact]
    public void Text_that_is_no_note_gives_a_problem_and_no_files()
    {
        GitAiNote note = Parse("Reviewed on Monday.\n");

        Assert.Empty(note.Files);
        Assert.Single(note.Problems);
    }

    private static GitAiNote Parse(string text) => GitAiNote.Parse(Encoding.UTF8.GetBytes(text));

    private static string Lines(GitAiNote note) =>
        string.Join(',', Assert.Single(note.Files).Ranges.Select(r => $"{(r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}")} {r.Ai?.Agent ?? "other"}"));
}
