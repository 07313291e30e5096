using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Coverage;
using AiAttribution.Engine.Inputs;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Engine.Repository;

/// <summary>What is known beside the attribution: coverage, sessions, deployments. Each is read when it is first asked for, and what is wrong with it becomes a note then.</summary>
internal sealed class CollectedParts(GitRepository repository, string commit, Lazy<ScanResult> scan, TrailTexts texts, AttributionPolicy policy, CollectOptions options, List<BuildProblem> notes)
{
    private readonly Lazy<CoverageUnion> _coverage = new(() => options is { OnDisk: false, Coverage: null }
        ? Found(repository, commit, texts, policy)
        : new CoverageLoader(repository, commit, texts, notes).Load(CoveragePaths(repository, policy, options), options.TestResults, policy.Binding));

    private readonly Lazy<TokenLedger> _tokens = new(() => ReadTokens(repository, commit, scan, policy, notes));

    private readonly Lazy<DeploymentReading> _deployments = new(() =>
        new DeploymentLoader(repository, notes).Load(options.Deployments, policy, commit));

    public CoverageUnion Coverage => _coverage.Value;

    public TokenLedger Tokens => _tokens.Value;

    public DeploymentReading Deployments => _deployments.Value;

    /// <summary>Reads all of them now.</summary>
    public void Read() => _ = (Coverage, Tokens, Deployments);

    private static IReadOnlyList<string> CoveragePaths(GitRepository repository, AttributionPolicy policy, CollectOptions options) =>
        options.Coverage ?? (repository.WorkingDirectory is { } root ? CoverageSearch.Find(root, [.. policy.Coverage, CoverageSearch.Binary]) : []);

    /// <summary>Of a commit only what was measured on its very text: else the answer would depend on what lies on disk, and nobody named it.</summary>
    private static CoverageUnion Found(GitRepository repository, string commit, TrailTexts texts, AttributionPolicy policy)
    {
        CoverageUnion found = new CoverageLoader(repository, commit, texts, []).Load(
            repository.WorkingDirectory is { } root ? CoverageSearch.Find(root, policy.Coverage) : [], null, policy.Binding > CoverageBinding.Commit ? policy.Binding : CoverageBinding.Commit);
        return found.Files.Values.Any(f => f.Measurement == FileMeasurement.Measured) ? found : CoverageUnion.Empty;
    }

    private static TokenLedger ReadTokens(GitRepository repository, string commit, Lazy<ScanResult> scan, AttributionPolicy policy, List<BuildProblem> notes)
    {
        (TokenLedger ledger, IReadOnlyList<string> problems) = LedgerReader.Read(repository, commit, scan, new LedgerOptions { SessionFiles = policy.SessionFiles, TelemetryFiles = policy.TelemetryFiles, Prices = policy.Prices });
        notes.AddRange(problems.Select(p => new BuildProblem(BuildProblemKinds.UnreadableEvidence, p)));
        return ledger;
    }
}
