using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class TokenTests
{
    private const string Printer = """
        <Project Sdk="Microsoft.NET.Sdk">
          <Target Name="Print" AfterTargets="CoreCompile" DependsOnTargets="AiAttributionCollect">
            <Message Importance="high" Text="tokens [$(AiAttributionTokens)] cost [$(AiAttributionCost)] history [$(AiAttributionHistoryTokens)] [$(AiAttributionHistoryCost)]" />
          </Target>
        </Project>
        """;

    [Fact]
    public void Later_targets_read_what_the_lines_and_the_history_bear_and_nothing_is_embedded_unless_it_is_asked_for()
    {
        using Sandbox sandbox = WithRecordedSession(Printer);

        Assert.Contains("tokens [1500] cost [0.0105] history [1500] [0.0105]", sandbox.Build().Succeeded().Output, StringComparison.Ordinal);

        (int exitCode, string output) = DotnetProcess.Run(sandbox.Root, new Dictionary<string, string>(), [Tool, "inspect", "App/bin/Debug/net10.0/App.dll"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("-p:AiAttributionEmbed=true", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_session_records_the_properties_are_empty()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/App.csproj", Printer);

        Assert.Contains("tokens [] cost [] history [] []", sandbox.Build().Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Embedded_figures_are_told_by_the_assembly_and_by_the_package_that_holds_it()
    {
        using Sandbox sandbox = WithRecordedSession("""<Project Sdk="Microsoft.NET.Sdk" />""");
        sandbox.Build("-p:AiAttributionEmbed=true").Succeeded();
        sandbox.Run("pack", "App", "-p:AiAttributionEmbed=true", "-p:Configuration=Debug", "-o", sandbox.PathOf("packed")).Succeeded();

        string assembly = Inspect(sandbox, "App/bin/Debug/net10.0/App.dll");
        string package = Inspect(sandbox, "packed/App.1.0.0.nupkg");

        Assert.StartsWith("App.dll\n", assembly, StringComparison.Ordinal);
        Assert.StartsWith("lib/net10.0/App.dll\n", package, StringComparison.Ordinal);
        foreach (string told in new[] { assembly, package })
        {
            Assert.Contains("  Tokens          1500\n", told, StringComparison.Ordinal);
            Assert.Contains("  Cost            0.0105\n", told, StringComparison.Ordinal);
        }
    }

    private static string Tool => Path.Combine(PackedPackage.RepositoryRoot, "artifacts", "bin", "AiAttribution.Cli", Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory)!), "ai-attribution.dll");

    /// <summary>The AI method's commit with 1,000 input and 500 output tokens of a model at 3 and 15 dollars a million.</summary>
    private static Sandbox WithRecordedSession(string project)
    {
        Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("App/App.csproj", project);
        var allocation = new Allocation
        {
            Id = "a1",
            Agent = "claude-code",
            Session = "s1",
            Models = [new ModelUsage("claude-sonnet-4-5", new TokenUsage(1_000, 500))],
            CostComputed = 0.0105m,
            PriceTable = "test",
            Method = LinkMethod.Content,
        };
        sandbox.Repository.Git("notes", "--ref=aiattribution/sessions", "add", "-m", SessionNote.Write([allocation]), "HEAD");
        return sandbox;
    }

    private static string Inspect(Sandbox sandbox, string file)
    {
        (int exitCode, string output) = DotnetProcess.Run(sandbox.Root, new Dictionary<string, string>(), [Tool, "inspect", file]);
        Assert.True(exitCode == 0, output);
        return output;
    }
}
