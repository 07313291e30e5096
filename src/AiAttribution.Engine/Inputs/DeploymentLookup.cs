using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Engine.Inputs;

/// <summary>Deployment trails of the sources that AI lines come from.</summary>
internal sealed class DeploymentLookup
{
    private readonly Lazy<Dictionary<LineSource, Deployment>> _ofSource;
    private readonly Deployment _nothing;

    /// <param name="repository">The repository.</param>
    /// <param name="scan">Attribution of HEAD.</param>
    /// <param name="policy">What is a deployment.</param>
    /// <param name="reading">Records of deployments.</param>
    /// <param name="leftOut">Deployments that do not count; null for none.</param>
    public DeploymentLookup(GitRepository repository, Lazy<ScanResult> scan, AttributionPolicy policy, DeploymentReading reading, Predicate<PlacedDeployment>? leftOut = null)
    {
        History = DeploymentHistory.Read(repository, policy, reading, AiCommits(scan), leftOut);
        _ofSource = new(() => Trails(repository, scan.Value, policy));
        _nothing = Deployment.NotKnown(repository.IsShallow ? DeploymentGap.Cut : History.Missing.Count > 0 ? DeploymentGap.NotHere : DeploymentGap.NoSource);
    }

    /// <summary>The deployments.</summary>
    public DeploymentHistory History { get; }

    public Deployment Of(LineSource source) => source.IsNotCommitted ? Deployment.NotCommitted : _ofSource.Value.GetValueOrDefault(source) ?? _nothing;

    /// <summary>Nothing is scanned before they are gone through.</summary>
    private static IEnumerable<string> AiCommits(Lazy<ScanResult> scan)
    {
        foreach (LineSource source in scan.Value.Attribution.Sources.Where(s => s is { Evidence.Count: > 0, IsNotCommitted: false }))
            yield return source.Commit;
    }

    private Dictionary<LineSource, Deployment> Trails(GitRepository repository, ScanResult scan, AttributionPolicy policy)
    {
        var trails = new Dictionary<LineSource, Deployment>(ReferenceEqualityComparer.Instance);
        // Nothing is live anywhere, so every trail is unknown.
        if (History.Timelines.Count == 0)
            return trails;
        AttributionResult attribution = scan.Attribution;
        var content = new KnownContent(repository, scan);
        DeploymentJudge judge = History.Judge(attribution, policy, content);
        ILookup<int, string> paths = attribution.Files.Values.SelectMany(f => f.Runs.Select(r => (r.Source, f.Path))).Distinct().ToLookup(p => p.Source, p => p.Path);
        var shipped = new ShippedPaths(new ShippedCode(repository, attribution.Commit), policy.Services, History.Timelines.Select(t => t.Service));
        for (int source = 0; source < attribution.Sources.Count; source++)
        {
            if (attribution.Sources[source] is { Evidence.Count: 0 } or { IsNotCommitted: true })
                continue;

            // What is neither packed nor published is brought by no deployment.
            if (paths[source].Any() && !paths[source].Any(shipped.OfAny))
            {
                trails[attribution.Sources[source]] = Deployment.NotKnown(DeploymentGap.NotBrought);
                continue;
            }

            string commit = attribution.Sources[source].Commit;
            trails[attribution.Sources[source]] = judge.Of(new Change(commit, repository.CommitTime(commit), source) { Authored = repository.AuthorTime(commit), Paths = [.. paths[source]] });
        }

        content.Save();
        History.Save();
        return trails;
    }
}
