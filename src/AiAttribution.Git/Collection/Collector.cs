using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Trails.Coverage;
using AiAttribution.Core.Trails.Deployments.Readers;
using AiAttribution.Git.Collection.Trails;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Git.Collection;

/// <summary>Collects everything that is known of a repository: policy, attribution, coverage, deployments. The build and the tool both start here.</summary>
public static class Collector
{
    /// <summary>Collects once for all projects. What is missing or wrong becomes a note, never an exception; only cancelling throws.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CollectedRepository Collect(CollectOptions options)
    {
        GitRepository? repository = null;
        try
        {
            repository = GitRepository.Open(options.StartDirectory);
            return Collect(repository, options);
        }
        catch (RepositoryException e)
        {
            repository?.Dispose();
            return CollectedRepository.Nothing([EnvironmentNotes.Of(e)]);
        }
        catch
        {
            repository?.Dispose();
            throw;
        }
    }

    private static CollectedRepository Collect(GitRepository repository, CollectOptions options)
    {
        string commit = repository.ResolveCommit(options.Revision);
        PolicySource source = PolicySource.Read(repository, commit, options);
        List<EnvironmentNote> notes = [.. source.Notes];
        if (repository.NativeProblem is { } native)
            notes.Add(EnvironmentNotes.SlowerReader(native));
        if (source.Policy is not { } policy)
        {
            repository.Dispose();
            return CollectedRepository.Nothing(notes) with { PolicyFile = source.File };
        }

        policy = policy with { Mode = options.Mode ?? policy.Mode ?? options.DefaultMode, Rules = Rules(policy, options) };
        ScanResult scan = AttributionScanner.Scan(repository, commit, Scanning(policy, options), options.Progress, options.Cancel);
        if (scan.Summary.IsShallow)
            notes.Add(EnvironmentNotes.Shallow);
        notes.AddRange(scan.Summary.Problems.Select(p => new EnvironmentNote(EnvironmentDiagnostics.UnreadableEvidence, p)));
        var texts = new TrailTexts(repository, commit, options.OnDisk);
        CoverageTrail coverage = new CoverageLoader(repository, texts, notes).Load(CoveragePaths(repository, policy, options), options.TestResults, policy.Binding);
        (TokenLedger ledger, IReadOnlyList<string> problems) = LedgerReader.Read(repository, scan, new LedgerOptions { SessionFiles = policy.SessionFiles, TelemetryFiles = policy.TelemetryFiles, Prices = policy.Prices });
        notes.AddRange(problems.Select(p => new EnvironmentNote(EnvironmentDiagnostics.UnreadableEvidence, p)));
        DeploymentReading deployments = new DeploymentLoader(repository, notes).Load(options.Deployments, policy, commit);
        return new CollectedRepository(policy, new CollectedHistory(repository, scan, coverage, texts, deployments, policy) { ReadsSymbols = options.ReadsSymbols, Tokens = ledger }, notes)
        {
            PolicyFile = source.File,
            PolicyDigest = source.Digest,
            Today = options.Today,
        };
    }

    private static IReadOnlyList<PolicyRule> Rules(AttributionPolicy policy, CollectOptions options) =>
        options.EnforceDefaultRule ? [.. policy.Rules.Select(r => r.IsDefault ? r with { Severity = RuleSeverity.Error } : r)] : policy.Rules;

    private static ScanOptions Scanning(AttributionPolicy policy, CollectOptions options)
    {
        var scanning = new ScanOptions
        {
            Mode = policy.Mode!.Value,
            Evidence = policy.Evidence,
            Since = policy.Since,
            UseCache = options.UseCache,
            KeepAllSources = options.KeepAllSources,
            PassOverIgnoredRevisions = options.PassOverIgnoredRevisions,
        };
        return options.Include is { } include ? scanning with { Include = include } : scanning;
    }

    private static IReadOnlyList<string> CoveragePaths(GitRepository repository, AttributionPolicy policy, CollectOptions options) =>
        options.Coverage ?? (repository.WorkingDirectory is { } root ? CoverageSearch.Find(root, policy.Coverage) : []);
}
