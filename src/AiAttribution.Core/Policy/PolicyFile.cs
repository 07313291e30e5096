using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>The whole file. A new section is one more object, and one more line in <see cref="Root"/>.</summary>
internal static class PolicyFile
{
    private static readonly EnumText<AttributionMode> Modes = new((AttributionMode.Git, "git"), (AttributionMode.Meaning, "meaning"));
    private static readonly EnumText<CoverageBinding> Bindings = new((CoverageBinding.Time, "time"), (CoverageBinding.Commit, "commit"), (CoverageBinding.Symbols, "symbols"), (CoverageBinding.Report, "checksum"));

    /// <summary>When a member counts as AI-heavy.</summary>
    private static readonly PolicyObject<AttributionPolicy> Heavy = new(
        "heavy",
        new("share", (policy, value, read) => policy with { Share = read.Share(value, "heavy.share") ?? policy.Share }),
        new("lines", (policy, value, read) => policy with { MinimumLines = read.Integer(value, "heavy.lines", 1, 100_000) ?? policy.MinimumLines }));

    /// <summary>How lines get their origin, and from when on they are judged.</summary>
    private static readonly PolicyObject<AttributionPolicy> Attribution = new(
        "attribution",
        new("mode", (policy, value, read) => policy with { Mode = read.Choice(value, "attribution.mode", Modes) }),
        new("since", (policy, value, read) => policy with { Since = read.Text(value, "attribution.since") }));

    /// <summary>Where coverage reports are, and how surely they must be bound to texts.</summary>
    private static readonly PolicyObject<AttributionPolicy> Tests = new(
        "tests",
        new("coverage", (policy, value, read) => policy with { Coverage = read.PathGlobs(value, "tests.coverage") ?? policy.Coverage }, IsList: true),
        new("binding", (policy, value, read) => policy with { Binding = read.Choice(value, "tests.binding", Bindings) ?? policy.Binding }));

    /// <summary>What is a deployment, where code is live, and how long a change may wait for one.</summary>
    private static readonly PolicyObject<AttributionPolicy> Deployment = new(
        "deployment",
        new("tags", (policy, value, read) => policy with { DeploymentTags = read.NameGlobs(value, "deployment.tags") ?? policy.DeploymentTags }, IsList: true),
        new("branches", (policy, value, read) => policy with { DeploymentBranches = read.NameGlobs(value, "deployment.branches") ?? policy.DeploymentBranches }, IsList: true),
        new("environments", (policy, value, read) => policy with { DeploymentEnvironments = read.NameGlobs(value, "deployment.environments") }, IsList: true),
        new("files", (policy, value, read) => policy with { DeploymentFiles = read.PathGlobs(value, "deployment.files") ?? policy.DeploymentFiles }, IsList: true),
        new("services", (policy, value, read) => policy with { Services = ServiceEntry.ReadAll(value, read) }, ServiceEntry.Shape, IsList: true),
        new("graceDays", (policy, value, read) => policy with { GraceDays = read.Integer(value, "deployment.graceDays", 0, 3650) ?? policy.GraceDays }));

    /// <summary>Where session records are in git, besides notes.</summary>
    private static readonly PolicyObject<AttributionPolicy> Sessions = new(
        "sessions",
        new("records", (policy, value, read) => policy with { SessionFiles = read.PathGlobs(value, "sessions.records") ?? policy.SessionFiles }, IsList: true),
        new("telemetry", (policy, value, read) => policy with { TelemetryFiles = read.PathGlobs(value, "sessions.telemetry") ?? policy.TelemetryFiles }, IsList: true));

    /// <summary>Which waivers hold.</summary>
    private static readonly PolicyObject<AttributionPolicy> Gate = new(
        "gate",
        new("waiversInChange", (policy, value, read) => policy with { WaiversInChange = read.Flag(value, "gate.waiversInChange") ?? policy.WaiversInChange }),
        new("waiverDays", (policy, value, read) => policy with { WaiverDays = read.Integer(value, "gate.waiverDays", 1, 3650) }));

    /// <summary>What a fleet calls the repository.</summary>
    private static readonly PolicyObject<AttributionPolicy> Fleet = new(
        "fleet",
        new PolicyKey<AttributionPolicy>("repository", (policy, value, read) => policy with { FleetRepository = FleetName.Read(value, read) }));

    public static PolicyObject<AttributionPolicy> Root { get; } = new(
        "the policy",
        new("$schema", (policy, value, read) => read.Text(value, "$schema") is null ? policy : policy),
        Later("extends"),
        Later("rules", RuleEntry.Shape),
        Later("waivers", WaiverEntry.Shape),
        Section(Gate),
        Section(Heavy),
        Section(Attribution),
        new("evidence", (policy, value, read) => policy with { Evidence = EvidenceSection.Shape.Read(policy.Evidence, value, read) }, EvidenceSection.Shape),
        Section(Tests),
        Section(Deployment),
        Section(Sessions),
        Section(Fleet),
        new("prices", (policy, value, read) => policy with { Prices = PriceEntry.ReadAll(value, read) }, PriceEntry.Shape, IsList: true));

    private static PolicyKey<AttributionPolicy> Section(PolicyObject<AttributionPolicy> section) => new(section.Name, section.Read, section);

    /// <summary>A key that <see cref="RuleList"/> reads when the whole file is known.</summary>
    private static PolicyKey<AttributionPolicy> Later(string name, PolicyObject? entry = null) => new(name, (policy, _, _) => policy, entry, IsList: entry is not null);
}
