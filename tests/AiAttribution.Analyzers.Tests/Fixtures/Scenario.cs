using System.Collections.Immutable;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Testing.Roslyn;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests.Fixtures;

/// <summary>A recorded file (<see cref="GutterSource"/>), what was made of it since, and the project it is in.</summary>
internal sealed record Scenario(string Text)
{
    public const string Project = "is_global = true\nbuild_property.ProjectDir = /project/\n";

    /// <summary>The text now, with expected diagnostics marked; the recorded one when null.</summary>
    public string? Now { get; init; }

    public FileMeasurement Measurement { get; init; } = FileMeasurement.Measured;

    /// <summary>Test assemblies that were searched for references.</summary>
    public string[] Searched { get; init; } = [];

    public DeploymentTrail Deployment { get; init; } = DeploymentTrail.None;

    public EvidenceGrade Grade { get; init; } = EvidenceGrade.Declared;

    public string RecordedPath { get; init; } = "Calc.cs";

    public string FilePath { get; init; } = "/project/Calc.cs";

    /// <summary>Changes the snapshot's text, as a broken disk or a later version would.</summary>
    public Func<string, string> Damage { get; init; } = text => text;

    public string SnapshotPath { get; init; } = "/project/obj/AiAttribution.snapshot";

    /// <summary>Files that another target framework tells of in the same build, below a line of its options; null when this one is built alone.</summary>
    public string? Told { get; init; }

    public string[] Configs { get; init; } = [Project];

    public ImmutableArray<string> Symbols { get; init; } = [];

    public ImmutableDictionary<string, ReportDiagnostic> Severities { get; init; } = ImmutableDictionary<string, ReportDiagnostic>.Empty;

    public ReportDiagnostic Warnings { get; init; } = ReportDiagnostic.Default;

    /// <summary>Expects this id at the marks and nothing elsewhere, from the compiler and in an editor.</summary>
    public async Task VerifyAsync(string? id)
    {
        await Run(Host.Build).VerifyAsync(id);
        await Run(Host.Editor).VerifyAsync(id);
    }

    public async Task<Diagnostic> SingleAsync() => Assert.Single(await Run(Host.Build).DiagnosticsAsync());

    private AnalyzerRun<MemberTrailsAnalyzer> Run(Host host) => new(Now ?? GutterSource.Parse(Text).Source)
    {
        Host = host,
        FilePath = FilePath,
        AdditionalFiles = [new AdditionalFile(SnapshotPath, Damage(Snapshot())), .. Told is null ? [] : new[] { new AdditionalFile("/project/obj/App.AiAttribution.told", Told) }],
        Configs = new ConfigFiles(Configs),
        Symbols = Symbols,
        Severities = Severities,
        Warnings = Warnings,
    };

    private string Snapshot() => SnapshotWriter.Write(new SnapshotModel(
        new VerdictPolicy(0.5, 5, 14),
        [GutterSource.Parse(Text).File(RecordedPath, Measurement, Source("aaaaaaaaaaaa", "claude:s1"), Source("bbbbbbbbbbbb", "claude:s2")) with { Searched = Searched }]));

    private AiSource Source(string commit, string session) =>
        new(Grade, "claude-code", "claude-opus-4-8", session, commit, Deployment, Deployment == DeploymentTrail.Deployed ? "v1.2.0" : null);
}
