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

    [UnixFact]
    public void Link_in_place_of_the_file_is_replaced_and_not_followed()
    {
        using var folder = new TemporaryFolder();
        string target = Path.Combine(folder.Path, "target");
        string file = Path.Combine(folder.Path, "out.txt");
        File.WriteAllText(target, "mine");
        File.CreateSymbolicLink(file, target);

        OutputFile.WriteIfDifferent(file, "ours");

        Assert.Equal(("mine", "ours"), (File.ReadAllText(target), File.ReadAllText(file)));
        Assert.Null(new FileInfo(file).LinkTarget);
    }

    [UnixFact]
    public void Report_is_not_written_through_a_folder_that_leads_out_of_the_repository()
    {
        using var outside = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, ".git"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "obj"), outside.Path);

        Assert.Throws<IOException>(() => OutputFile.WriteReport(Path.Combine(folder.Path, "obj/ai-attribution/AiAttribution.md"), "ours"));

        Assert.Empty(Directory.GetFileSystemEntries(outside.Path));
    }
}
