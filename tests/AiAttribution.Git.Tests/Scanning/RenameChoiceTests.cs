using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class RenameChoiceTests
{
    private static readonly string[] Text = [.. Enumerable.Range(0, 12).Select(i => $"a line of code with number {i}\n")];

    [Fact]
    public void Of_equally_similar_sources_the_one_in_the_first_of_gits_four_places_is_taken()
    {
        using var repository = new TestRepository();
        foreach ((string path, int shared) in new[] { ("a0.cs", 3), ("a1.cs", 2), ("b/F.cs", 8), ("c.cs", 4), ("d/F.cs", 8) })
            repository.Write(path, Sharing(shared, path)).Commit("Add " + path);

        AssertRenameAgrees(repository);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Among_many_deleted_files_the_source_is_the_one_that_git_takes(int seed)
    {
        var random = new Random(seed);
        using var repository = new TestRepository();
        for (int i = random.Next(4, 14); i > 0; i--)
        {
            string path = $"{(char)('a' + random.Next(26))}{i}/{(random.Next(3) == 0 ? "F" : "G" + i)}.cs";
            repository.Write(path, Sharing(random.Next(12), path)).Commit("Add " + path);
        }

        AssertRenameAgrees(repository);
    }

    private static void AssertRenameAgrees(TestRepository repository)
    {
        foreach (string path in repository.Git("ls-files").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            File.Delete(Path.Combine(repository.Root, path));
        repository.Write("n/F.cs", string.Concat(Text)).Commit("Move");

        BlameCheck.Agrees(repository.Root, GitReader.Automatic, "n/F.cs");
    }

    private static string Sharing(int lines, string path) =>
        string.Concat(Text.Take(lines).Concat(Text.Skip(lines).Select((_, i) => $"another line of {path}, number {i}\n")));
}
