using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Core.Tests.Evidence.Notes;

/// <summary>Notes of Agent Blame and whogitit, in the forms that these tools publish.</summary>
public class LineNoteTests
{
    [Theory]
    [InlineData("""{"version":1,"timestamp":"2026-01-25T10:00:00Z","attributions":[{"path":"a.cs","start_line":2,"end_line":4,"category":"ai_generated","provider":"claude_code","model":"claude-opus-4-5-20251101","confidence":1,"match_type":"exact_hash","content_hash":"x"}]}""", "claude-code")]
    [InlineData("""{"version":2,"timestamp":"2026-01-25T10:00:00Z","attributions":[{"path":"a.cs","startLine":2,"endLine":4,"category":"ai_generated","provider":"claudeCode","model":"claude-opus-4-5-20251101","confidence":1,"matchType":"exact_hash","contentHash":"x"}]}""", "claude-code")]
    [InlineData("""{"version":3,"timestamp":"2026-02-25T10:00:00Z","sessions":{"s":{"agent":"claude","model":"claude-opus-4-5-20251101","prompts":null,"startedAt":"x"}},"files":{"a.cs":{"aiRanges":[{"sessionId":"s","promptId":1,"startLine":2,"endLine":4}],"humanRanges":[]}}}""", "claude-code")]
    [InlineData("""{"version":3,"session":{"session_id":"u","model":{"id":"claude-opus-4-5-20251101","provider":"anthropic"}},"prompts":[],"files":[{"path":"a.cs","lines":[{"line_number":1,"source":{"type":"Original"}},{"line_number":2,"content":"x","source":{"type":"AI","edit_id":"e"}},{"line_number":3,"source":{"type":"AIModified","edit_id":"e","similarity":0.9}},{"line_number":4,"source":{"type":"AI","edit_id":"e"}},{"line_number":5,"source":{"type":"Human"}}]}]}""", "claude-code")]
    [InlineData("""{"schema_version":2,"session":{"session_id":"u","model":{"id":"claude-opus-4-5-20251101"}},"prompts":[],"files":[{"path":"a.cs","lines":[{"line_number":2,"source":"AI"},{"line_number":3,"source":"AI"},{"line_number":4,"source":"AIModified"}]}]}""", "claude-code")]
    public void Lines_agent_and_model_are_read_in_every_form(string text, string agent)
    {
        LineNote note = Parse(text);

        Assert.Equal((null, false, 0), (note.Problem, note.IsCut, note.Open.Count));
        AttestedRange range = Assert.Single(Assert.Single(note.Files).Ranges, range => range.Ai is not null);
        Assert.Equal((2, 4), (range.First, range.Last));
        Assert.Equal((EvidenceKind.LineNote, EvidenceGrade.Lines, agent, "claude-opus-4-5-20251101", "refs/notes/x"), (range.Ai!.Kind, range.Ai.Grade, range.Ai.Agent, range.Ai.Model, range.Ai.Source));
        Assert.True(LineNote.Is(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Lines_of_a_person_are_told_and_of_two_claims_the_one_that_starts_first_counts()
    {
        LineNote note = Parse("""{"version":3,"timestamp":"x","sessions":{},"files":{"a.cs":{"aiRanges":[{"sessionId":"s","startLine":5,"endLine":9},{"sessionId":"s","startLine":1,"endLine":2}],"humanRanges":[{"startLine":3,"endLine":6}]}}}""");

        Assert.Equal([(1, 2, true), (3, 6, false), (7, 9, true)], Assert.Single(note.Files).Ranges.Select(range => (range.First, range.Last, range.Ai is not null)));
        Assert.Equal("unknown", note.Files[0].Ranges[0].Ai!.Agent);
    }

    [Fact]
    public void Line_of_which_the_note_does_not_know_it_leaves_its_file_open()
    {
        LineNote note = Parse("""{"version":3,"session":{},"files":[{"path":"a.cs","lines":[{"line_number":1,"source":{"type":"AI"}},{"line_number":2,"source":{"type":"Unknown"}}]}]}""");

        Assert.Null(note.Problem);
        Assert.Equal(["a.cs"], note.Open);
    }

    [Theory]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"path":"a.cs","startLine":4,"endLine":2}]}""", false)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"path":"a.cs","startLine":0,"endLine":2}]}""", false)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"path":"a.cs","startLine":1,"endLine":2147483647}]}""", false)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"path":"../a.cs","startLine":1,"endLine":2}]}""", false)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"startLine":1,"endLine":2}]}""", true)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":[{"path":"a.cs","startL""", true)]
    [InlineData("""{"version":2,"timestamp":"x","attributions":7}""", true)]
    public void What_cannot_be_read_is_a_problem(string text, bool isCut)
    {
        LineNote note = Parse(text);

        Assert.NotNull(note.Problem);
        Assert.Equal(isCut, note.IsCut);
        Assert.Empty(note.Files);
    }

    [Fact]
    public void More_lines_than_are_read_are_told()
    {
        var text = new StringBuilder("""{"version":2,"timestamp":"x","attributions":[""");
        for (int line = 1; line <= 500_001; line++)
            text.Append($$"""{{(line == 1 ? "" : ",")}}{"path":"a.cs","startLine":{{line * 2}},"endLine":{{line * 2}}}""");

        LineNote note = Parse(text.Append("]}").ToString());

        Assert.True(note.IsCut);
        Assert.Equal(500_000, note.Files.Single().Ranges.Count);
    }

    [Theory]
    [InlineData("""{"risk":"low"}""")]
    [InlineData("""{"attributions":["a","b"]}""")]
    [InlineData("""{"files":["a.cs"],"sessions":3}""")]
    public void Json_of_other_tools_is_none(string text) => Assert.False(LineNote.Is(Encoding.UTF8.GetBytes(text)));

    private static LineNote Parse(string text) => LineNote.Parse(Encoding.UTF8.GetBytes(text), "refs/notes/x");
}
