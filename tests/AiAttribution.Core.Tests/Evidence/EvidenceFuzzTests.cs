using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Tests.Fixtures;
using CsCheck;

namespace AiAttribution.Core.Tests.Evidence;

/// <summary>Hostile input must neither throw nor take more than linear time; a quadratic reader would not end within the suite.</summary>
public class EvidenceFuzzTests
{
    private const int Megabyte = 1 << 20;

    private static readonly byte[] Note = Encoding.UTF8.GetBytes("src/A.cs\n  s_1::t_1 1-9,4,20-30\n  h_1 3-5\n\"b c.cs\"\n  7abcdef 1\n---\n{\"sessions\":{\"s_1\":{\"agent_id\":{\"tool\":\"claude\",\"id\":\"u\",\"model\":\"m\"}}}}");

    // Where a text is changed, by its length, and into what; half of the characters are ASCII.
    private static readonly Gen<(int At, char To)[]> Changes =
        Gen.Select(Gen.Int[0, ushort.MaxValue], Gen.OneOf<char>(Gen.Char['\0', '\u007f'], Gen.Char['\0', '\uffff'])).Array[0, 5];

    private static readonly Gen<(int At, byte To)[]> ByteChanges = Gen.Select(Gen.Int[0, ushort.MaxValue], Gen.Byte).Array[0, 3];

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

        Assert.InRange(CommitClassifier.Classify(message).Count, 0, 1);
    }

    [Fact]
    public void Many_distinct_sessions_are_bounded()
    {
        IEnumerable<string> trailers = Enumerable.Range(0, 20_000).Select(i => $"Copilot-Session: 11111111-2222-4333-8444-{i:d12}");

        Assert.Equal(200, CommitClassifier.ClassifyTrailer(string.Join('\n', trailers)).Count);
    }

    [Fact]
    public void Mutated_messages_never_throw() => Gen.Select(MessageGenerator.Message, Changes).Sample(
        (message, changes) => Assert.All(CommitClassifier.Classify(Change(message, changes)), s => Assert.True(s.Grade >= EvidenceGrade.Weak)),
        iter: 2000);

    [Fact]
    public void Mutated_revs_files_never_throw_and_list_only_full_ids() => Changes.Sample(
        changes => Assert.All(
            RevsFile.Parse(Change($"# list\n{CommitClassifier.Id} codex:gpt-5\n\n{CommitClassifier.Id}\n", changes)).Entries.Keys,
            id => Assert.True(id.Length is 40 or 64)),
        iter: 2000);

    [Fact]
    public void Mutated_notes_never_throw_and_give_sorted_ranges() => Gen.Select(Gen.Int[Note.Length / 2, Note.Length], ByteChanges).Sample(
        (length, changes) =>
        {
            byte[] bytes = Note[..length];
            foreach ((int at, byte to) in changes)
                bytes[at % length] = to;
            foreach (AttestedFile file in GitAiNote.Parse(bytes).Files)
                Assert.All(file.Ranges.Zip(file.Ranges.Skip(1)), pair => Assert.True(pair.First.First <= pair.First.Last && pair.First.Last < pair.Second.First));
        },
        iter: 5000);

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

    private static string Change(string text, (int At, char To)[] changes)
    {
        var changed = new StringBuilder(text);
        foreach ((int at, char to) in changes.Where(_ => text.Length > 0))
            changed[at % text.Length] = to;
        return changed.ToString();
    }
}
