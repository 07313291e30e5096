using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;

namespace AiAttribution.Core.Tests.Evidence.Notes;

public class FileShareNoteTests
{
    [Theory]
    [InlineData("""{"aiChars":200,"humanChars":0,"percent":100,"surface":"cli"}""", "all")]
    [InlineData("""{"percent":100}""", "all")]
    [InlineData("""{"aiChars":200,"humanChars":1,"percent":100}""", "some")]
    [InlineData("""{"aiChars":150,"humanChars":50,"percent":75}""", "some")]
    [InlineData("""{"aiChars":1,"humanChars":900,"percent":0}""", "some")]
    [InlineData("""{"aiChars":0,"humanChars":200,"percent":0}""", "none")]
    [InlineData("""{"percent":0}""", "none")]
    public void Share_of_a_file_says_all_some_or_nothing(string file, string expected)
    {
        FileShareNote note = Parse("""{"version":1,"generator":"Qwen-Coder","files":{"a.cs":""" + file + """},"summary":{"aiPercent":38}}""");

        Assert.Null(note.Problem);
        Assert.Equal(expected, note.Files is [{ } share] ? share.IsAll ? "all" : "some" : "none");
    }

    [Theory]
    [InlineData("Qwen-Coder", "qwen-code")]
    [InlineData("Canopy-Coder", "canopy-coder")]
    [InlineData("Ann <ann@example.com>", "unknown")]
    public void Agent_is_the_generator(string generator, string agent)
    {
        EvidenceStatement statement = Assert.Single(Parse("{\"generator\":\"" + generator + "\",\"files\":{\"a.cs\":{\"percent\":100}}}").Files).Ai;

        Assert.Equal((EvidenceKind.FileShareNote, EvidenceGrade.Declared, agent, "refs/notes/ai-attribution"), (statement.Kind, statement.Grade, statement.Agent, statement.Source));
    }

    [Theory]
    [InlineData("""{"generator":"X","files":{"a.cs":{"percent":100}""")]
    [InlineData("""{"generator":"X","files":["a.cs"]}""")]
    [InlineData("""{"generator":7,"files":{}}""")]
    [InlineData("""{"generator":"X","files":{"a.cs":{"percent":101}}}""")]
    [InlineData("""{"generator":"X","files":{"a.cs":7}}""")]
    [InlineData("""{"generator":"X","files":{"../a.cs":{"percent":100}}}""")]
    [InlineData("{\"generator\":\"X\",\"files\":{\"\\ud800\":{\"percent\":100}}}")]
    public void What_cannot_be_read_is_a_problem(string text) => Assert.NotNull(Parse(text).Problem);

    [Fact]
    public void File_that_cannot_be_read_costs_itself_only() =>
        Assert.Equal(["b.cs"], Parse("""{"generator":"X","files":{"a.cs":7,"b.cs":{"percent":100}}}""").Files.Select(f => f.Path));

    private static FileShareNote Parse(string text) => FileShareNote.Parse(Encoding.UTF8.GetBytes(text), "refs/notes/ai-attribution");
}
