using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Rules;

public sealed class CommitChangeTests : IDisposable
{
    private const string Policy = """{ "rules": [{ "id": "large", "when": { "addedLines": 1 }, "require": { "humanReview": "required" } }] }""";

    private readonly TestRepository _repository = new();

    [Fact]
    public void Added_lines_are_counted_by_file_and_tests_are_told_apart()
    {
        _repository.Write("src/A.cs", "int a = 1;\n").Write("tests/A.Tests/A.Tests.csproj", "<Project />\n").Commit("begin");
        _repository.Write("src/A.cs", "int a = 1;\nint b = 2;\nint c = 3;\n").Write("tests/A.Tests/T.cs", "int t = 1;\n");

        Assert.Equal([new("src/A.cs", 2, false), new("tests/A.Tests/T.cs", 1, true)], Changes());
    }

    [Fact]
    public void Moved_file_adds_nothing()
    {
        _repository.Write("src/A.cs", "int a = 1;\n").Commit("begin");
        _repository.Git("mv", "src/A.cs", "B.cs");

        Assert.Equal([new("B.cs", 0, false), new("src/A.cs", 0, false)], Changes().OrderBy(c => c.Path, StringComparer.Ordinal));
    }

    [Fact]
    public void Binary_file_adds_no_line()
    {
        _repository.Write("src/A.cs", "int a = 1;\n").Commit("begin");
        _repository.Write("a.bin", new byte[] { 0, 10, 10 });

        Assert.Equal([new("a.bin", 0, false)], Changes());
    }

    public void Dispose() => _repository.Dispose();

    private IReadOnlyList<ChangedFile> Changes()
    {
        string before = _repository.Head;
        _repository.Commit(RuleRepository.Trailer);
        _repository.Write("ai-attribution.json", Policy);
        return Assert.Single(RuleRepository.Inputs(_repository, before).Commits).Changes!;
    }
}
