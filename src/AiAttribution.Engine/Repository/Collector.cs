using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Inputs;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Repository;

/// <summary>Collects everything that is known of a repository: policy, attribution, coverage, deployments. The build and the tool both start here.</summary>
internal static class Collector
{
    /// <summary>Collects once for all projects. What is missing or wrong becomes a note, never an exception; only cancelling throws.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static CollectedRepository Collect(CollectOptions options)
    {
        GitRepository? repository = null;
        try
        {
            repository = GitRepository.Open(options.StartDirectory);
            if (!options.UseCache || options.CachesApart)
                repository.Caches = options.UseCache ? CacheFolder.OfUser(repository.CommonDirectory) : CacheFolder.None;
            return Collect(repository, options);
        }
        catch (RepositoryException e)
        {
            repository?.Dispose();
            return CollectedRepository.Nothing([BuildProblems.Of(e)]);
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
        repository.SteeredBy = options is { OnDisk: true, Staged: null } ? null : options.Steering ?? commit;
        PolicySource source = PolicySource.Read(repository, commit, options);
        List<BuildProblem> notes = [.. source.Notes, .. MistakenFiles.Others(repository, commit, source, options)];
        if (repository.NativeProblem is { } native)
            notes.Add(BuildProblems.SlowerReader(native));
        if (BuildProblems.Replaced(repository.Overrides) is { } replaced)
            notes.Add(replaced);
        if (source.Policy is not { } policy)
        {
            repository.Dispose();
            return CollectedRepository.Nothing(notes) with { PolicyFile = source.File };
        }

        policy = policy with { Mode = options.Mode ?? policy.Mode ?? options.DefaultMode, Rules = Rules(policy, options) };
        PolicyBaseline baseline = options.WithoutHistory ? new PolicyBaseline(policy with { Since = null }, false) : PolicyBaseline.Of(repository, commit, policy, options);
        policy = baseline.Policy;
        ScanOptions scanning = Scanning(policy, options);
        WorkingRecord? record = options is { ReadsRecord: true, OnDisk: true } && string.IsNullOrEmpty(options.Range) ? WorkingRecordFile.Read(repository)?.Counting(policy.Evidence.Sources) : null;
        var scan = new Lazy<ScanResult>(() =>
        {
            ScanResult result = options.WithoutHistory ? ScanResult.Nothing(commit, scanning) : AttributionScanner.Scan(repository, commit, scanning, options.Progress, options.Cancel);
            if (result.Summary.IsShallow)
                notes.Add(BuildProblems.Shallow(baseline.IsCut));
            if (result.Summary.Missing.Count > 0)
                notes.Add(BuildProblems.Missing(result.Summary.Missing, baseline.IsCut && !result.Summary.IsShallow));
            notes.AddRange(result.Summary.Problems.Select(p => new BuildProblem(BuildProblemKinds.UnreadableEvidence, p)));
            return record is null ? result : result with { Attribution = result.Attribution with { Sources = [.. result.Attribution.Sources, .. record.Sessions.Select(session => session.Source)] } };
        });
        if (!options.ScansOnDemand)
            _ = scan.Value;
        var texts = new TrailTexts(repository, commit, options.OnDisk, options.Staged, record?.NewIn(repository, commit));
        var parts = new CollectedParts(repository, commit, scan, texts, policy, options, notes);
        if (!options.OnDemand)
            parts.Read();
        return new CollectedRepository(policy, new CollectedHistory(repository, scan, texts, parts, policy) { Commit = commit, Options = scanning, ReadsSymbols = options.ReadsSymbols, Staged = options.Staged, Record = record }, notes)
        {
            PolicyFile = source.File,
            PolicyDigest = source.Digest,
            Today = options.Today,
            Approvals = new ApprovalLoader(repository, commit, policy.Evidence, notes).Load(options.Approvals),
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
}
