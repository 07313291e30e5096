using System.Text;
using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Core.Tests.Evidence.Notes;

public class NoteFormTests
{
    [Theory]
    [InlineData("a.cs\n  s_1::t_1 1-4,9\n---\n{\"schema_version\":\"authorship/3.0.0\"}")]
    [InlineData("a.cs\n  1234567 1\n---\n{}")]
    [InlineData("---\n{}")]
    [InlineData("---\n{\n  \"schema_version\": \"authorship/3.0.0\"\n}")]
    [InlineData("  s_1::t_1 1-4\n---\n{\n}\na.cs\nb.cs\n")]
    [InlineData("a.cs\n  s_1::t_1 1-4\n")]
    [InlineData("a.cs\n  codex-1 1-4\n---\n{\n  \"schema_version\": \"narrative/attribution/1.0.0\"\n}")]
    [InlineData("a.cs\r\n  1234567 1\r\n---\r\n{}")]
    public void Ranges_below_paths_are_a_note_of_git_ai(string note) => Assert.Equal(NoteForm.GitAi, Of(note));

    [Theory]
    [InlineData("{\"version\":1,\"generator\":\"Qwen-Coder\",\"files\":{}}")]
    [InlineData("{\n  \"generator\": \"X\",\n  \"files\": {}\n}")]
    [InlineData("{\"generator\":\"X\",\"files\":{\"a.cs\":")]
    public void Object_with_generator_and_files_tells_shares(string note) => Assert.Equal(NoteForm.FileShares, Of(note));

    [Theory]
    [InlineData("")]
    [InlineData("Reviewed on Monday.\n")]
    [InlineData("Tested on:\n  linux 12\n  windows 11\n")]
    [InlineData("Title\n---\nText below a rule\n")]
    [InlineData("{\"risk\":\"low\"}")]
    [InlineData("Acked-by: Dev <dev@example.com>\n")]
    public void Text_of_people_and_of_other_tools_is_no_form_that_is_known(string note) => Assert.Equal(NoteForm.Other, Of(note));

    [Theory]
    [InlineData("refs/notes/ai", true)]
    [InlineData("refs/notes/ai-attribution", true)]
    [InlineData("refs/notes/agentblame", true)]
    [InlineData("refs/notes/agentblame-analytics", false)]
    [InlineData("refs/notes/whogitit", true)]
    [InlineData("refs/notes/commits", false)]
    [InlineData("refs/notes/review", false)]
    public void Reference_tells_whether_a_note_that_cannot_be_read_was_about_ai(string reference, bool expected) => Assert.Equal(expected, NoteForms.IsAboutAi(reference));

    private static NoteForm Of(string note) => NoteForms.Of(Encoding.UTF8.GetBytes(note));
}
