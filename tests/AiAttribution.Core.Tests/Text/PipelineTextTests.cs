using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class PipelineTextTests
{
    [Theory]
    [InlineData("src/Shop/##vso[task.setvariable variable=A]x/A.cs", "src/Shop/# #vso[task.setvariable variable=A]x/A.cs")]
    [InlineData("a ##VSO[x]", "a # #VSO[x]")]
    [InlineData("a ###vso[x]", "a ## #vso[x]")]
    [InlineData("a ##[stop-commands]x", "a # #[stop-commands]x")]
    [InlineData("##teamcity[buildStop]", "# #teamcity[buildStop]")]
    [InlineData("::stop-commands::x.cs", ": :stop-commands::x.cs")]
    [InlineData(" \t ::set-output name=a::b", " \t : :set-output name=a::b")]
    [InlineData("\u00A0::warning::b", "\u00A0: :warning::b")]
    [InlineData("\u001b[0Ksection_start:1:a[collapsed=true]\r\u001b[0K", "\\u001B[0Ksection_start :1:a[collapsed=true]\\u000D\\u001B[0K")]
    [InlineData("section_end:1:a", "section_end :1:a")]
    public void Order_is_broken(string line, string broken) => Assert.Equal(broken, PipelineText.Broken(line));

    [Theory]
    [InlineData("")]
    [InlineData("## Members")]
    [InlineData("a::b")]
    [InlineData("global::System")]
    [InlineData("\tindented\ttext")]
    [InlineData("C# is ##")]
    public void Other_text_stays(string line) => Assert.Equal(line, PipelineText.Broken(line));

    [Theory]
    [InlineData("GITHUB_ACTIONS", "true", true)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("TEAMCITY_VERSION", "2026.1", true)]
    [InlineData("GITLAB_CI", "true", true)]
    [InlineData("GITLAB_CI", "", false)]
    [InlineData("HOME", "/root", false)]
    public void Pipeline_is_known_by_its_variable(string name, string value, bool read) =>
        Assert.Equal(read, PipelineText.IsRead(asked => asked == name ? value : null));
}
