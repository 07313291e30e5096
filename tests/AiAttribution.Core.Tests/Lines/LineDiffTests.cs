using System.Text;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Core.Tests.Lines;

public class LineDiffTests
{
    [Theory]
    [InlineData("a\nb\n", "a\nb\n")]
    [InlineData("", "")]
    public void Compare_equal_texts_gives_no_hunk(string old, string now) =>
        Assert.Empty(Compare(old, now));

    [Fact]
    public void Compare_finds_inserted_replaced_and_deleted_lines() =>
        Assert.Equal(
            [new Hunk(0, 0, 0, 1), new Hunk(1, 1, 2, 1), new Hunk(3, 1, 4, 0)],
            Compare("a\nb\nc\nd\n", "new\na\nB\nc\n"));

    [Fact]
    public void Compare_a_missing_final_newline_changes_the_last_line() =>
        Assert.Equal([new Hunk(1, 1, 1, 1)], Compare("a\nb\n", "a\nb"));

    [Fact]
    public void Compare_an_inserted_block_starts_where_its_indentation_says() =>
        Assert.Equal(
            [new Hunk(3, 0, 3, 3)],
            Compare("void A()\n{\n}\nvoid C()\n{\n}\n", "void A()\n{\n}\nvoid B()\n{\n}\nvoid C()\n{\n}\n"));

    [Fact]
    public void Compare_without_whitespace_ignores_indentation_and_line_ends() =>
        Assert.Empty(LineDiff.Compare(Cut("if (a)\n    b();\n", LineEquality.IgnoreWhitespace), Cut("if (a)\r\n\tb();\r\n", LineEquality.IgnoreWhitespace)));

    [Theory]
    [InlineData(1, 30, 4)]
    [InlineData(2, 300, 3)]
    [InlineData(3, 3000, 40)]
    [InlineData(4, 3000, 2000)]
    [InlineData(5, 6000, 5000)]
    public void Compare_generated_texts_gives_the_hunks_of_git_diff(int seed, int lines, int edits)
    {
        var random = new Random(seed);
        List<string> old = [.. Enumerable.Range(0, lines).Select(_ => Line(random))];
        var now = old.ToList();
        for (int i = 0; i < edits; i++)
        {
            int at = random.Next(now.Count);
            if (random.Next(2) == 0)
                now.RemoveAt(at);
            else
                now.Insert(at, Line(random));
        }

        string oldText = string.Join('\n', old) + "\n";
        string newText = string.Join('\n', now) + "\n";

        Assert.Equal(GitDiff(oldText, newText), Compare(oldText, newText));
    }

    private static IReadOnlyList<Hunk> Compare(string old, string now) => LineDiff.Compare(Cut(old), Cut(now));

    private static LineText Cut(string text, LineEquality equality = LineEquality.Exact) => LineText.Cut(Encoding.UTF8.GetBytes(text), equality);

    private static string Line(Random random) => random.Next(4) switch
    {
        0 => "",
        1 => "    }",
        2 => $"    call{random.Next(40)}();",
        _ => $"unique{random.Next()}",
    };

    /// <summary>Hunks of <c>git diff -U0</c>, whose empty ranges name the line before.</summary>
    private static List<Hunk> GitDiff(string old, string now)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "old"), old);
        File.WriteAllText(Path.Combine(folder.Path, "new"), now);
        GitProcess.Run(folder.Path, "init", "-q");
        string oldId = GitProcess.Run(folder.Path, "hash-object", "-w", "old").Trim();
        string newId = GitProcess.Run(folder.Path, "hash-object", "-w", "new").Trim();
        return [.. GitProcess.Run(folder.Path, "diff", "-U0", oldId, newId).Split('\n').Where(line => line.StartsWith("@@ ", StringComparison.Ordinal)).Select(Parse)];
    }

    private static Hunk Parse(string header)
    {
        string[] parts = header.Split(' ');
        (int oldStart, int oldCount) = Range(parts[1]);
        (int newStart, int newCount) = Range(parts[2]);
        return new Hunk(oldStart, oldCount, newStart, newCount);
    }

    private static (int Start, int Count) Range(string text)
    {
        string[] numbers = text[1..].Split(',');
        int count = numbers.Length == 1 ? 1 : int.Parse(numbers[1]);
        int first = int.Parse(numbers[0]);
        return (count == 0 ? first : first - 1, count);
    }
}
