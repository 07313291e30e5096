using AiAttribution.Testing.Files;

namespace AiAttribution.Tasks.Tests;

public class OutputFileTests
{
    private static readonly DateTime Before = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void File_with_the_same_text_keeps_its_time()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "a", "out.txt");
        OutputFile.WriteIfDifferent(file, "Größe\n");
        File.SetLastWriteTimeUtc(file, Before);

        OutputFile.WriteIfDifferent(file, "Größe\n");

        Assert.Equal(Before, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void File_with_another_text_is_replaced_and_nothing_else_stays()
    {
        using var folder = new TemporaryFolder();
        string file = Path.Combine(folder.Path, "out.txt");
        OutputFile.WriteIfDifferent(file, "one");

        OutputFile.WriteIfDifferent(file, "two");

        Assert.Equal("two", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder.Path));
    }
}
