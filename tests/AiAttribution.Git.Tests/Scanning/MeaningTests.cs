using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class MeaningTests
{
    private const string ByClaude = "Change\n\nCo-Authored-By: Claude <noreply@anthropic.com>\n";

    private const string Method =
        """
        int Total(int[] prices)
        {
            int total = 0;
            foreach (int price in prices)
                total += price;
            return total;
        }

        """;

    [Fact]
    public void An_agent_that_only_indents_takes_no_line_over()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Method).Commit("Start");
        repository.Write("A.cs", "class A\n{\n" + Indent(Method) + "}\n").Commit(ByClaude);

        Assert.Equal("ai ai - - - - - - - ai", States(repository, "A.cs"));
    }

    [Fact]
    public void An_agent_that_breaks_a_line_takes_nothing_over()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "Call(first, second, third);\nif (x) {\n    y();\n}\n").Commit("Start");
        repository.Write("A.cs", "Call(\n    first,\n    second,\n    third);\nif (x)\n{\n    y();\n}\n").Commit(ByClaude);

        Assert.Equal("- - - - - - - -", States(repository, "A.cs"));
    }

    [Fact]
    public void A_formatter_does_not_take_the_lines_of_an_agent_over()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "class A { }\n").Commit("Start");
        repository.Write("A.cs", "class A { }\n" + Method).Commit(ByClaude);
        repository.Write("A.cs", "class A { }\n" + Indent(Method).Replace("\n", "\r\n", StringComparison.Ordinal)).Commit("Format");

        Assert.Equal("- ai ai ai ai ai ai ai", States(repository, "A.cs"));
    }

    [Fact]
    public void A_changed_token_takes_its_line_over()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Method).Commit("Start");
        repository.Write("A.cs", Indent(Method).Replace("total = 0", "total = 1", StringComparison.Ordinal)).Commit(ByClaude);

        Assert.Equal("- - ai - - - -", States(repository, "A.cs"));
    }

    [Theory]
    [InlineData(AttributionMode.Meaning, "- - - - - - -")]
    [InlineData(AttributionMode.Git, "ai ai ai ai ai ai ai")]
    internal void Code_that_an_agent_moves_to_another_file_keeps_its_origin_by_meaning_only(AttributionMode mode, string expected)
    {
        using var repository = new TestRepository();
        string rest = string.Concat(Enumerable.Range(0, 30).Select(i => $"// kept {i}\n"));
        repository.Write("A.cs", rest + Method).Commit("Start");
        repository.Write("A.cs", rest).Write("B.cs", Method).Commit(ByClaude);

        Assert.Equal(expected, States(repository, "B.cs", mode));
    }

    [Fact]
    public void Code_that_is_moved_within_a_file_keeps_its_origin()
    {
        using var repository = new TestRepository();
        string other = string.Concat(Enumerable.Range(0, 12).Select(i => $"static readonly string Name{i} = \"{i}\";\n"));
        repository.Write("A.cs", Method + other).Commit("Start");
        repository.Write("A.cs", other + Method).Commit(ByClaude);

        Assert.DoesNotContain("ai", States(repository, "A.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("}", "}")]
    [InlineData("return;", "return;")]
    [InlineData("// next", "// next")]
    public void Line_whose_neighbour_shifted_keeps_its_origin_however_short(string anchor, string other)
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", $"f1();\nf2();\nf3();\nf4();\n{anchor}\nf5();\nf6();\nf7();\nf8();\n{other}\nf9();\n").Commit("Start");
        repository.Write("A.cs", $"f10();\nf1();\nf2();\nf3();\n{anchor}\nf4();\nf5();\nf6();\nf7();\n{other}\nf8();\nf9();\n").Commit(ByClaude);

        Assert.Equal("ai - - - - - - - - - - -", States(repository, "A.cs"));
    }

    [Fact]
    public void Short_line_that_comes_back_far_away_or_twice_is_new()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", "f1();\nf2();\n\nf3();\nf4();\nf5();\nf6();\nf7();\n").Commit("Start");
        repository.Write("A.cs", "f1();\n\nf2();\nf2();\nf3();\nf4();\nf5();\nf6();\nf7();\nf2();\n").Commit(ByClaude);

        Assert.Equal("- - - ai - - - - - ai", States(repository, "A.cs"));
    }

    [Fact]
    public void Code_that_is_copied_is_new()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", Method).Commit("Start");
        repository.Write("B.cs", Method).Commit(ByClaude);

        Assert.Equal("ai ai ai ai ai ai ai", States(repository, "B.cs"));
    }

    [Fact]
    public void Code_of_an_agent_that_a_person_moves_stays_AI()
    {
        using var repository = new TestRepository();
        string rest = string.Concat(Enumerable.Range(0, 30).Select(i => $"// kept {i}\n"));
        repository.Write("A.cs", rest).Commit("Start");
        repository.Write("A.cs", rest + Method).Commit(ByClaude);
        repository.Write("A.cs", rest).Write("B.cs", Method).Commit("Split");

        Assert.Equal("ai ai ai ai ai ai ai", States(repository, "B.cs"));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    public void Every_line_of_a_generated_history_stood_in_the_commit_it_is_given_to(int seed)
    {
        using var history = new GeneratedHistory(seed, commits: 50);
        using GitRepository opened = GitRepository.Open(history.Repository.Root);
        AttributionResult result = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), Options(AttributionMode.Meaning) with { KeepAllSources = true }).Attribution;

        foreach (FileAttribution file in result.Files.Values)
        {
            string[] lines = history.Repository.Read(file.Path).Split('\n');
            Assert.Equal(lines.Length - (lines[^1].Length == 0 ? 1 : 0), file.LineCount);
            foreach (LineRun run in file.Runs)
            {
                LineSource source = result.Sources[run.Source];
                string[] origin = history.Repository.Git("show", $"{source.Commit}:{source.Path}").Split('\n');
                for (int i = 0; i < run.Count; i++)
                    Assert.True(IsLaidOutAnew(origin[run.OriginLine - 1 + i], lines[run.First - 1 + i]), $"{file.Path}:{run.First + i}");
            }
        }
    }

    private static bool IsLaidOutAnew(string origin, string line)
    {
        string before = string.Concat(origin.Where(c => !char.IsWhiteSpace(c)));
        string now = string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
        return before == now || (now.Length > 0 && before.Contains(now[0], StringComparison.Ordinal));
    }

    private static string Indent(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n"));

    private static ScanOptions Options(AttributionMode mode) => new() { Mode = mode, UseCache = false };

    private static string States(TestRepository repository, string path, AttributionMode mode = AttributionMode.Meaning)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        AttributionResult result = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), Options(mode) with { KeepAllSources = true }).Attribution;
        return string.Join(' ', result.Files[path].Runs.SelectMany(run => Enumerable.Repeat(run.State == LineState.Ai ? "ai" : "-", run.Count)));
    }
}
