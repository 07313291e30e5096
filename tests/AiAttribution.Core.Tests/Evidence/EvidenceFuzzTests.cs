using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Trailers;
using AiAttribution.Core.Tests.Evidence.Trailers;

namespace AiAttribution.Core.Tests.Evidence;

/// <summary>Hostile input must neither throw nor take more than linear time; a quadratic reader would not end within the suite.</summary>
public class EvidenceFuzzTests
{
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData("a: b\n")]
    [InlineData("AI: x\n")]
    [InlineData("AI:\n x\n")]
    [InlineData("* AI: Claude\n")]
    [InlineData("Assisted-by: a b c d e f\n\n")]
    [InlineData("Assisted-by: ")]
    [InlineData("Generated with [")]
    [InlineData("Generated with [Claude Code](x) \n")]
    [InlineData(" \n")]
    [InlineData("\n")]
    [InlineData("-")]
    [InlineData("---\n")]
    [InlineData("# c\n")]
    [InlineData("Conflicts:\n")]
    [InlineData("> > > * - ")]
    [InlineData("```\n")]
    public void Megabyte_of_one_pattern_is_read(string pattern)
    {
        string message = "subject\n\n" + string.Concat(Enumerable.Repeat(pattern, Megabyte / pattern.Length));

        TrailerBlock.Parse(message);

        Assert.InRange(Commits.Classify(message).Count, 0, 1);
    }

    [Fact]
    public void Many_distinct_sessions_are_bounded()
    {
        IEnumerable<string> trailers = Enumerable.Range(0, 20_000).Select(i => $"Copilot-Session: 11111111-2222-4333-8444-{i:d12}");

        Assert.Equal(200, Commits.ClassifyTrailer(string.Join('\n', trailers)).Count);
    }

    [Fact]
    public void Mutated_messages_never_throw()
    {
        var random = new Random(7);
        foreach (string message in GeneratedMessages.Make(8, 2000))
            Assert.All(Commits.Classify(Mutate(random, message)), s => Assert.True(s.Grade >= EvidenceGrade.Weak));
    }

    [Fact]
    public void Mutated_revs_files_never_throw_and_list_only_full_ids()
    {
        var random = new Random(9);
        string text = $"# list\n{Commits.Id} codex:gpt-5\n\n{Commits.Id}\n";
        for (int i = 0; i < 2000; i++)
            Assert.All(RevsFile.Parse(Mutate(random, text)).Entries.Keys, id => Assert.True(id.Length is 40 or 64));
    }

    [Fact]
    public void Mutated_notes_never_throw_and_give_sorted_ranges()
    {
        var random = new Random(10);
        byte[] note = Encoding.UTF8.GetBytes("src/A.cs\n  s_1::t_1 1-9,4,20-30\n  h_1 3-5\n\"b c.cs\"\n  7abcdef 1\n---\n{\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"u\",\"model\":\"m\"}}}}");
        for (int i = 0; i < 5000; i++)
        {
            byte[] bytes = note[..random.Next(note.Length / 2, note.Length + 1)];
            for (int n = random.Next(4); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            foreach (AttestedFile file in GitAiNote.Parse(bytes).Files)
                Assert.All(file.Ranges.Zip(file.Ranges.Skip(1)), pair => Assert.True(pair.First.First <= pair.First.Last && pair.First.Last < pair.Second.First));
        }
    }

    [Theory]
    [InlineData("  s_1 1-9\n")]
    [InlineData("  s_1 1,2,3,4,5\n")]
    [InlineData("a\n")]
    [InlineData("  s_1 x\n")]
    [InlineData("a\n  s_1 9-1\n")]
    [InlineData("{[")]
    public void Megabyte_of_one_pattern_in_a_note_is_read(string pattern)
    {
        string lines = string.Concat(Enumerable.Repeat(pattern, Megabyte / pattern.Length));

        GitAiNote note = GitAiNote.Parse(Encoding.UTF8.GetBytes("src/A.cs\n" + lines + "---\n" + lines));

        Assert.InRange(note.Files.Count, 0, 1);
        Assert.InRange(note.Problems.Count, 0, 22);
    }

    private static string Mutate(Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (int n = random.Next(6); n > 0 && mutated.Length > 0; n--)
            mutated[random.Next(mutated.Length)] = (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000);
        return mutated.ToString();
    }
}
