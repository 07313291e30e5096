using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Core.Tests.Text;

/// <summary>Sections of <c>.editorconfig</c> mean what they mean to the compiler, which is asked for each case.</summary>
public class EditorConfigTests
{
    private static readonly string[] Paths =
    [
        "a.cs", "a1.cs", "a7.cs", "a-3.cs", "ab.cs", "b.cs", "a.txt", "src/a.cs", "src/Api/a.cs", "src/Api/b.cs", "src/Api/Deep/a.cs", "src/Other/a.cs", "src/Api.Tests/a.cs", "gen/a.g.cs", "[x].cs", "{a}.cs", "sr.cs",
    ];

    public static TheoryData<string> Sections =>
    [
        "*", "*.cs", "a.cs", "/a.cs", "src/*.cs", "src/**.cs", "src/**/*.cs", "src/Api/**.cs", "/src/Api/**", "**/Api/*.cs", "**.cs", "?.cs", "a?.cs", "[ab].cs", "[!a].cs", "a[0-9].cs",
        "{a,b}.cs", "*.{cs,txt}", "{src,gen}/**.cs", "src/{Api,Other}/a.cs", "{a,{b,ab}}.cs", "a{1..5}.cs", "a{-5..1}.cs", "{a}.cs", "\\{a\\}.cs", "*.g.cs", "src", "src/", "[", "{", "a}", "{a,b", "a{5..1}.cs", "",
    ];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_takes_the_files_that_it_takes_for_the_compiler(string section)
    {
        string text = $"root = true\n[{section}]\ngenerated_code = true\n";

        Assert.Equal(Paths.Where(path => ByCompiler(text, path)), Paths.Where(path => EditorConfig.Parse(text).IsGenerated(path) == true));
    }

    [Theory]
    [InlineData("[z-a].cs")]
    [InlineData("[!].cs")]
    [InlineData("[].cs")]
    public void Section_that_no_compiler_can_read_takes_no_file(string section) => Assert.Null(EditorConfig.Parse($"[{section}]\ngenerated_code = true\n").IsGenerated("a.cs"));

    [Theory]
    [InlineData("[*.cs]\ngenerated_code = true", true)]
    [InlineData("[*.cs]\nGenerated_Code: TRUE", true)]
    [InlineData("[*.cs]\r\ngenerated_code=true # by the tool\r\n", true)]
    [InlineData("[*.cs]\n# generated_code = true", null)]
    [InlineData("[*.cs]\n; generated_code = true", null)]
    [InlineData("generated_code = true", null)]
    [InlineData("[*.cs]\ngenerated_code = yes", null)]
    [InlineData("[*.cs]\ngenerated_code = true\n[a.cs]\ngenerated_code = false", false)]
    [InlineData("[a.cs]\ngenerated_code = false\n[*.cs]\ngenerated_code = true", true)]
    [InlineData("[*.cs] # all\nindent_size = 4\ngenerated_code = true", true)]
    public void Last_section_that_speaks_of_a_file_decides(string text, bool? expected) => Assert.Equal(expected, EditorConfig.Parse(text).IsGenerated("a.cs"));

    [Theory]
    [InlineData("root = true\n", true)]
    [InlineData("root=TRUE\n[*]\n", true)]
    [InlineData("root = false\n", false)]
    [InlineData("[*]\nroot = true\n", false)]
    public void Root_stands_before_all_sections(string text, bool expected) => Assert.Equal(expected, EditorConfig.Parse(text).IsRoot);

    private static bool ByCompiler(string text, string path) => AnalyzerConfigSet
        .Create(new[] { AnalyzerConfig.Parse(text, "/repo/.editorconfig") })
        .GetOptionsForSourcePath("/repo/" + path).AnalyzerOptions
        .TryGetValue("generated_code", out string? value) && value == "true";
}
