using System.Collections.Immutable;
using AiAttribution.Core.Members;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers;

/// <summary>The diagnostics at code, made in one place so that each has category and help link.</summary>
internal static class Descriptors
{
    /// <summary>Where the page of each diagnostic is.</summary>
    public const string HelpBase = "https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/";

    private const string Category = "AiAttribution";

    public static readonly DiagnosticDescriptor NeitherTestedNorDeployed = Make(
        VerdictIds.NeitherTestedNorDeployed,
        DiagnosticSeverity.Warning,
        "AI-assisted member is neither tested nor deployed",
        "Most of the member's lines are AI-assisted, and neither a test nor a deployment of them is known.");

    public static readonly DiagnosticDescriptor DeployedUntested = Make(
        VerdictIds.DeployedUntested,
        DiagnosticSeverity.Info,
        "AI-assisted member is deployed but not tested",
        "Most of the member's lines are AI-assisted and in use, and no test of them is known.");

    public static readonly DiagnosticDescriptor TestedUndeployed = Make(
        VerdictIds.TestedUndeployed,
        DiagnosticSeverity.Info,
        "AI-assisted member is tested but not deployed",
        "Most of the member's lines are AI-assisted and tested, and no live deployment contains them although the policy's grace is over.");

    public static readonly DiagnosticDescriptor AssertsNothing = Make(
        VerdictIds.AssertsNothing,
        DiagnosticSeverity.Warning,
        "AI-assisted test asserts nothing",
        "Most of the test's lines are AI-assisted, and neither it nor a helper it calls asserts anything, so it cannot fail.");

    public static readonly DiagnosticDescriptor NotMeasured = Make(
        VerdictIds.NotMeasured,
        DiagnosticSeverity.Info,
        "AI-assisted member is not deployed yet, and no coverage of it is known",
        "Most of the member's lines are AI-assisted, it is not known to be in use, and nobody knows whether a test runs it.");

    /// <summary>There is data of the project, and nothing says which folder it is of.</summary>
    public static readonly DiagnosticDescriptor ProjectUnknown = new(
        "AIA9019",
        "The analyzer cannot tell its project",
        "AI-heavy members are not judged here, because the compiler is not told the project's folder: set GenerateMSBuildEditorConfigFile to true, or hand 'build_property.ProjectDir' to the compiler in a global analyzer config",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "The snapshot has AI lines, and the property ProjectDir, from which its paths start, is not visible to the compiler.",
        HelpBase + "AIA9019.md",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>An editor opened the project, and no build has told yet what is known of it.</summary>
    public static readonly DiagnosticDescriptor NothingKnown = new(
        "AIA9020",
        "Nothing is known of the project yet",
        "Nothing is known yet of the AI work in this project, because it was not built: 'dotnet build', or 'ai-attribution snapshot' for all projects without a build; reload the project if this stays",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        "The snapshot that a build writes for editors is empty.",
        HelpBase + "AIA9020.md");

    /// <summary>Diagnostics that state a verdict on a member.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> OfVerdicts =
        ImmutableArray.Create(NeitherTestedNorDeployed, DeployedUntested, TestedUndeployed, NotMeasured);

    /// <summary>Descriptor of a verdict; null when none states it.</summary>
    public static DiagnosticDescriptor? Of(Verdict verdict) => verdict switch
    {
        Verdict.NeitherTestedNorDeployed => NeitherTestedNorDeployed,
        Verdict.DeployedUntested => DeployedUntested,
        Verdict.TestedUndeployed => TestedUndeployed,
        Verdict.NotMeasured => NotMeasured,
        _ => null,
    };

    private static DiagnosticDescriptor Make(string id, DiagnosticSeverity severity, string title, string description) =>
        new(id, title, "{0}", Category, severity, isEnabledByDefault: true, description, HelpBase + id + ".md");
}
