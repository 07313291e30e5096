using System.Collections.Immutable;
using System.Globalization;
using AiAttribution.Analyzers;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Testing.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Benchmarks;

/// <summary>
/// <c>editor</c>: what the analyzers cost while a person types, by the telemetry of the compiler that runs them. One member of a file is
/// edited in each round, and the file's diagnostics are asked for as an editor does; then those of a file that the edit did not touch.
/// </summary>
internal static class EditorTimes
{
    private const int WarmUp = 40;
    private const int Rounds = 100;

    /// <summary>One test of so many asserts nothing.</summary>
    private const int Assertionless = 10;

    private const string Edited = "/project/Edited.cs";
    private const string Untouched = "/project/Untouched.cs";

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = [new MemberTrailsAnalyzer(), new AssertionlessTestAnalyzer()];

    private static readonly MetadataReference Assertions = EmittedAssembly.Create("xunit.assert", "public static class Assert { public static void Equal(int one, int other) { } }");

    public static int Run(string[] arguments)
    {
        Console.WriteLine("| of a file with | an edit of it, median ms | worst | an edit of another file, median ms |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach ((int members, bool tests) in new[] { (150, false), (600, false), (150, true), (600, true) })
            Measure(members, tests);
        return 0;
    }

    private static void Measure(int members, bool tests)
    {
        AnalyzerOptions options = Options(members, tests);
        int expected = tests ? members / Assertionless : members;
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(Source("Edited", members, tests)), path: Edited);
        SyntaxTree other = CSharpSyntaxTree.ParseText(SourceText.From(Source("Untouched", members, tests)), path: Untouched);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sample", [tree, other], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location), Assertions], new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        List<double> edited = [];
        List<double> untouched = [];
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            SyntaxTree next = Type(tree, round, members);
            compilation = compilation.ReplaceSyntaxTree(tree, next);
            tree = next;
            double ofEdited = Ask(compilation, tree, options, expected);
            double ofUntouched = Ask(compilation, other, options, expected);
            if (round < WarmUp)
                continue;
            edited.Add(ofEdited);
            untouched.Add(ofUntouched);
        }

        edited.Sort();
        untouched.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {members} AI {(tests ? "tests" : "members")} | {edited[Rounds / 2]:F1} | {edited[^1]:F1} | {untouched[Rounds / 2]:F1} |"));
    }

    /// <summary>Writes a character into a statement of one member, as the parser of an editor is told of it.</summary>
    private static SyntaxTree Type(SyntaxTree tree, int round, int members)
    {
        string sum = $"sum{round * 7 % members} = 0";
        int at = tree.GetText().ToString().IndexOf(sum, StringComparison.Ordinal) + sum.Length;
        return tree.WithChangedText(tree.GetText().WithChanges(new TextChange(new TextSpan(at, 0), "1")));
    }

    /// <summary>Milliseconds that the analyzers took for the diagnostics of one file.</summary>
    private static double Ask(CSharpCompilation compilation, SyntaxTree tree, AnalyzerOptions options, int expected)
    {
        CompilationWithAnalyzers run = new(compilation, Analyzers, new CompilationWithAnalyzersOptions(options, null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        int found = run.GetAnalyzerSyntaxDiagnosticsAsync(tree, CancellationToken.None).Result.Length
            + run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).Result.Length;
        if (found != expected)
            throw new InvalidOperationException($"{tree.FilePath}: {found} diagnostics instead of {expected}");
        return Analyzers.Sum(analyzer => run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).Result.ExecutionTime.TotalMilliseconds);
    }

    private static AnalyzerOptions Options(int members, bool tests)
    {
        AiSource[] sources = [new(EvidenceGrade.Declared, "claude-code", "m", "claude:s", "0123456789ab", DeploymentTrail.None, null)];
        SnapshotModel snapshot = new(new VerdictPolicy(), [File("Edited", members, tests, sources), File("Untouched", members, tests, sources)]);
        string project = $"is_global = true\nbuild_property.ProjectDir = /project/\nbuild_property.IsTestProject = {tests}\n";
        return new AnalyzerOptions([new AdditionalFile("/project/obj/AiAttribution.snapshot", SnapshotWriter.Write(snapshot))], new ConfigFiles(project).AnalyzerOptions);
    }

    private static LineTable File(string type, int members, bool tests, AiSource[] sources)
    {
        uint[] hashes = TextLines.Of(Source(type, members, tests)).Hashes;
        return new LineTable(
            $"{type}.cs",
            FileMeasurement.Measured,
            hashes,
            [.. hashes.Select(_ => AttributedLine.Ai(0))],
            [.. hashes.Select(_ => LineCoverage.NotExecuted)],
            sources);
    }

    private static string Source(string type, int members, bool tests) =>
        $"namespace Sample;\n\npublic class {type}FactAttribute : System.Attribute;\n\npublic class {type}\n{{\n{string.Concat(Enumerable.Range(0, members).Select(number => Member(number, tests ? $"    [{type}Fact]\n" : "", tests && number % Assertionless != 0 ? $"Assert.Equal({number}, " : "System.Console.WriteLine(")))}}}\n";

    private static string Member(int number, string attribute, string call) =>
        $$"""
        {{attribute}}    public void Sum{{number}}()
            {
                int sum{{number}} = 0;
                foreach (string value in new[] { "a", "{{number}}" })
                    sum{{number}} += value.Length;
                sum{{number}} *= {{number}};
                {{call}}sum{{number}});
            }


        """;
}
