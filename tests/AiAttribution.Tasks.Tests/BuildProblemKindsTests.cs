using AiAttribution.Core.Model;
using AiAttribution.Testing.Files;

namespace AiAttribution.Tasks.Tests;

public class BuildProblemKindsTests
{
    [Fact]
    public void Codes_are_unique_and_in_order()
    {
        string[] codes = [.. BuildProblemKinds.All.Select(diagnostic => diagnostic.Code)];

        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_code_has_a_page_that_begins_with_it()
    {
        Assert.All(BuildProblemKinds.All, diagnostic =>
        {
            string page = File.ReadAllText(Path.Combine(ProjectFiles.Root, "nuget", "docs", diagnostic.Code + ".md"));
            Assert.StartsWith($"# {diagnostic.Code}: ", page);
            Assert.Contains("**What to do.**", page);
        });
    }

    [Fact]
    public void Every_page_of_an_environment_code_belongs_to_a_code()
    {
        IEnumerable<string?> pages = Directory.GetFiles(Path.Combine(ProjectFiles.Root, "nuget", "docs"), "AIA9*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(BuildProblemKinds.All.Select(diagnostic => diagnostic.Code), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Note_is_one_line_however_many_its_message_has()
    {
        var note = new BuildProblem(BuildProblemKinds.NativeLibrary, "cannot load:\n  a.so: file too short\n  b.so: missing.", "Install it.");

        Assert.Equal("cannot load: a.so: file too short b.so: missing. Install it.", note.Text);
    }
}
