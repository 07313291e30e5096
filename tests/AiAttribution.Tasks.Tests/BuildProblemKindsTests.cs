using AiAttribution.Core.Model;
using AiAttribution.Core.Policy.Rules;
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

    /// <summary>No default of ours becomes somebody's error.</summary>
    [Fact]
    public void Every_code_stays_what_it_is_where_all_warnings_are_errors()
    {
        string kept = File.ReadAllText(Path.Combine(ProjectFiles.Root, "nuget", "build", "AiAttribution.Warnings.targets"));

        Assert.All(BuildProblemKinds.All.Select(kind => kind.Code).Concat(RuleCodes.All).Append(RuleCodes.GateCannotJudge), code => Assert.Contains(code, kept.Split('<', '>', ';')));
    }

    [Fact]
    public void Note_is_one_line_however_many_its_message_has()
    {
        var note = new BuildProblem(BuildProblemKinds.NativeLibrary, "cannot load:\n  a.so: file too short\n  b.so: missing.", "Install it.");

        Assert.Equal("cannot load: a.so: file too short b.so: missing. Install it.", note.Text);
    }
}
