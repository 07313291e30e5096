using System.Text.Json.Nodes;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

/// <summary>What an editor shows that is driven by csharp-ls: one server for all, with its setting <c>csharp.analyzersEnabled</c>, without which no analyzer runs.</summary>
public class CsharpLsHostTests(CsharpLsHostTests.Run run) : IClassFixture<CsharpLsHostTests.Run>
{
    private const string Prices = "App/Prices.cs";
    private const string Zones = "App/Zones.cs";

    private static readonly string Method = PricesSource.WithMethod[PricesSource.WithMethod.IndexOf("    public static int Discounted", StringComparison.Ordinal)..PricesSource.WithMethod.LastIndexOf('}')];

    [CsharpLsFact]
    public void Project_that_was_never_built_says_so_once_at_the_head_of_its_first_file()
    {
        Assert.Equal(["AIA9020 information 1"], run.Opened.Unbuilt);
        Assert.Empty(run.Opened.UnbuiltElsewhere);
    }

    [CsharpLsFact]
    public void Commit_and_build_beside_it_are_seen_when_the_project_is_loaded_again_and_not_before()
    {
        Assert.Equal(run.Opened.Unbuilt, run.Opened.Beside);
        Assert.Equal(["AIA1001 warning 7"], run.Opened.Reloaded);
        Assert.Equal(["AIA1005 information 7"], run.Editor.Open(Zones));
    }

    [CsharpLsFact]
    public void Warning_says_what_is_missing_and_links_its_page()
    {
        run.Editor.Type(Prices, PricesSource.WithMethod);

        JsonNode warning = Assert.Single(run.Editor.Diagnostics(Prices));

        Assert.Contains("'Prices.Discounted(int, int)' is 100 % AI-assisted (9 of 9 lines, claude-code), no test runs it", warning["message"]!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("/AIA1001.md", warning["codeDescription"]!["href"]!.ToString(), StringComparison.Ordinal);
    }

    [CsharpLsFact]
    public void Warning_follows_its_member_that_lines_above_or_a_person_move() => Assert.All(
        new[]
        {
            ("// one line above\n" + PricesSource.WithMethod, 8),
            (PricesSource.Plain.Replace("    public static int Twice", Method + "\n    public static int Twice", StringComparison.Ordinal), 5),
            (PricesSource.WithMethod, 7),
        },
        edit => Assert.Equal([$"AIA1001 warning {edit.Item2}"], run.Editor.Type(Prices, edit.Item1)));

    [CsharpLsFact]
    public void Copy_of_a_member_is_not_called_AI_beside_it()
    {
        string copied = PricesSource.WithMethod.Replace(Method, Method + "\n" + Method.Replace("Discounted", "Reduced", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Equal(["AIA1001 warning 7"], run.Editor.Type(Prices, copied));
    }

    [CsharpLsFact]
    public void Code_that_is_broken_for_a_moment_takes_nothing_away_and_mended_code_has_it_again() => Assert.All(
        new[]
        {
            PricesSource.WithMethod.Replace("price - off;", "price - ;", StringComparison.Ordinal),
            PricesSource.WithMethod.Replace("static class", "static clas s", StringComparison.Ordinal),
            PricesSource.WithMethod[..PricesSource.WithMethod.IndexOf("        if (rest", StringComparison.Ordinal)],
            PricesSource.WithMethod,
        },
        text => Assert.Equal(["AIA1001 warning 7"], run.Editor.Type(Prices, text)));

    [CsharpLsFact]
    public void Without_its_setting_no_analyzer_runs()
    {
        run.Editor.Analyze(false);
        Assert.Empty(run.Editor.Type(Prices, PricesSource.WithMethod));

        run.Editor.Analyze(true);
        Assert.Equal(["AIA1001 warning 7"], run.Editor.Shown(Prices));
    }

    /// <summary>A project that is opened before its first build; then an agent's work is committed and built beside the editor; then the project is loaded again.</summary>
    public sealed class Run : IDisposable
    {
        // A fixture is made for tests that are skipped, too.
        private readonly Lazy<Sandbox> _sandbox = new(NeverBuilt);
        private readonly Lazy<Opened> _opened;

        public Run() => _opened = new(Open);

        internal Opened Opened => _opened.Value;

        internal CsharpLs Editor => Opened.Editor;

        public void Dispose()
        {
            if (_opened.IsValueCreated)
                Editor.Dispose();
            if (_sandbox.IsValueCreated)
                _sandbox.Value.Dispose();
        }

        private static Sandbox NeverBuilt()
        {
            Sandbox sandbox = Sandbox.WithAiMethod();
            File.Delete(sandbox.PathOf(Sandbox.Severities));
            sandbox.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><EnableNETAnalyzers>false</EnableNETAnalyzers></PropertyGroup></Project>""");
            sandbox.Write("App/Shop.cs", "public class Shop;\n");
            sandbox.Repository.Commit("Add a shop");
            sandbox.MeasureNothing();
            sandbox.Restore();
            return sandbox;
        }

        private Opened Open()
        {
            Sandbox sandbox = _sandbox.Value;
            CsharpLs editor = new(sandbox);
            string[] unbuilt = editor.Open(Prices);
            string[] elsewhere = editor.Open("App/Shop.cs");

            sandbox.Write(Zones, PricesSource.WithMethod.Replace("Prices", "Zones", StringComparison.Ordinal));
            sandbox.Repository.Commit("Add zones" + PricesSource.AiTrailer);
            sandbox.Build().Succeeded();
            editor.Changed(Path.GetRelativePath(sandbox.Root, sandbox.Snapshot));
            string[] beside = editor.Type(Prices, PricesSource.WithMethod);

            editor.Changed("App/App.csproj");
            return new Opened(editor, unbuilt, elsewhere, beside, editor.ShownAfter(Prices, beside));
        }
    }

    /// <summary>What was shown at Prices.cs on the way, and of the never built project at another file.</summary>
    internal sealed record Opened(CsharpLs Editor, string[] Unbuilt, string[] UnbuiltElsewhere, string[] Beside, string[] Reloaded);
}
