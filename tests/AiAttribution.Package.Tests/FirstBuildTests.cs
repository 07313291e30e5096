using System.Text.RegularExpressions;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public partial class FirstBuildTests
{
    [Fact]
    public void Work_from_before_the_package_came_is_told_and_not_judged()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        string props = File.ReadAllText(sandbox.PathOf("Directory.Build.props"));
        sandbox.Write("Directory.Build.props", "<Project />");
        sandbox.CommitPrices(PricesSource.WithMethod, "Add the discount" + PricesSource.AiTrailer);
        sandbox.Write("Directory.Build.props", props);
        string of = $"App: 1 AI-heavy member, 1 of the baseline {sandbox.Repository.Head[..12]} (where AiAttribution came in); report:";

        BuildResult build = sandbox.Build().Succeeded();

        Assert.Empty(build.Own);
        Assert.Contains(of, build.Output);
        Assert.Contains("AIA1005", sandbox.Build("-p:AiAttributionSince=all").Succeeded().Output);
    }

    [Fact]
    public void Frameworks_are_told_in_one_line_and_a_finding_is_one_warning_where_all_are_built_and_none_is_lost_where_one_is_built_alone()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        File.Delete(sandbox.PathOf(Sandbox.Severities));
        sandbox.Write("App/App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><LangVersion>latest</LangVersion><TargetFramework /><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net10.0'"><Compile Remove="Old.cs" /></ItemGroup>
            </Project>
            """);
        string member = PricesSource.WithMethod.Replace("Prices", "Old", StringComparison.Ordinal);
        sandbox.Write("App/Old.cs", member);
        sandbox.Write("App/Both.cs", "#if NETSTANDARD\n" + member.Replace("Old", "Both", StringComparison.Ordinal) + "\n#endif\n");
        sandbox.Repository.Commit("Add what only the old framework has" + PricesSource.AiTrailer);
        foreach (string name in (string[])["Prices", "Old", "Both"])
            sandbox.Write($"TestResults/{name}/coverage.cobertura.xml", PricesSource.Cobertura(sandbox.PathOf($"App/{name}.cs"), Enumerable.Range(8, 10), hits: 0));
        string[] old = ["Both.cs of netstandard2.0", "Old.cs of netstandard2.0"];

        BuildResult all = Build();
        Assert.Equal([.. old, "Prices.cs of net10.0"], Told(all));
        Assert.Equal(1, Lines(all));
        Assert.Contains("App: 3 AI-heavy members, 3 judged; report:", all.Output);
        Assert.All(["net10.0", "netstandard2.0"], framework =>
        {
            Assert.True(File.Exists(sandbox.PathOf($"App/obj/Debug/{framework}/ai-attribution/App/AiAttribution.snapshot")));
            Assert.Contains("Discounted", File.ReadAllText(sandbox.PathOf($"App/obj/ai-attribution/App/Debug/{framework}/AiAttribution.md")));
        });

        BuildResult alone = Build("-f", "netstandard2.0");
        Assert.Empty(Told(alone));
        Assert.Equal(1, Lines(alone));
        Assert.Contains("report: App/obj/ai-attribution/App/Debug/netstandard2.0/AiAttribution.md", alone.Output);
        Assert.Equal([.. old, "Prices.cs of netstandard2.0"], Told(Build("-f", "netstandard2.0", "--no-incremental")));
        Assert.Empty(Told(Build()));
        Assert.Equal([.. old, "Prices.cs of net10.0"], Told(Build("--no-incremental")));

        sandbox.Run("clean", "App").Succeeded();
        Assert.Empty(Directory.GetFiles(sandbox.PathOf("App/obj"), "*.told", SearchOption.AllDirectories));

        // Frameworks that are built at the same time.
        BuildResult Build(params string[] options) => sandbox.Build(["-m:2", .. options]);
    }

    private static int Lines(BuildResult build) => build.Output.Split("AiAttribution: App:").Length - 1;

    /// <summary>Files with AIA1001 and the framework that told it; MSBuild says each warning where it comes and once more at the end.</summary>
    private static string[] Told(BuildResult build) =>
        [.. ToldLine().Matches(build.Succeeded().Output).Select(match => $"{match.Groups[1]} of {match.Groups[2]}").Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(\w+\.cs)\(\d+,\d+\): warning AIA1001: .*TargetFramework=([\w.]+)\]")]
    private static partial Regex ToldLine();

    [Fact]
    public void Program_of_one_file_says_where_its_report_lies()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        File.Delete(sandbox.PathOf(Sandbox.Severities));
        WriteProgram(PricesSource.Plain);
        sandbox.Repository.Commit("Add prices");
        sandbox.Repository.Git("tag", "v1.0.0");
        WriteProgram(PricesSource.WithMethod);
        sandbox.Repository.Commit("Add the discount" + PricesSource.AiTrailer);

        BuildResult build = sandbox.BuildFile("hello.cs").Succeeded();

        Assert.Empty(build.Own);
        Match line = ReportPlace().Match(build.Output);
        Assert.True(line.Success, build.Output);
        Assert.Contains("Discounted", File.ReadAllText(Path.GetFullPath(line.Groups[1].Value, sandbox.Root)));

        // Native code needs a compiler that no feed of the tests has.
        void WriteProgram(string prices) =>
            sandbox.Write("hello.cs", prices.Replace("namespace App;", "#:property PublishAot=false\nConsole.WriteLine(Prices.Twice(1));", StringComparison.Ordinal));
    }

    [GeneratedRegex("AiAttribution: hello[.a-z]*: 1 AI-heavy member, 0 judged, 1 not measured: .*; report: (.+AiAttribution\\.md)")]
    private static partial Regex ReportPlace();

    [Fact]
    public void Repository_without_commits_builds()
    {
        using Sandbox sandbox = Sandbox.WithProject();
        sandbox.Write(sandbox.Prices, PricesSource.WithMethod);

        BuildResult build = sandbox.Build("-v:n").Succeeded();

        Assert.Contains("AIA9002", build.Output);
        Assert.DoesNotContain(build.Own, d => d.Level != "message");
    }

    [Fact]
    public void Test_projects_are_not_judged()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();

        Assert.Empty(sandbox.Build("-p:IsTestProject=true").Succeeded().Own);
    }
}
