using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Readers;
using AiAttribution.Core.Deployments.Timeline;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Inputs;

/// <summary>Deployment trails of the sources that AI lines come from.</summary>
internal sealed class DeploymentLookup
{
    private readonly Dictionary<LineSource, Deployment> _ofSource = new(ReferenceEqualityComparer.Instance);
    private readonly Deployment _nothing;

    /// <param name="repository">The repository.</param>
    /// <param name="attribution">Attribution of HEAD.</param>
    /// <param name="policy">What is a deployment.</param>
    /// <param name="reading">Records of deployments.</param>
    /// <param name="leftOut">Deployments that do not count; null for none.</param>
    public DeploymentLookup(GitRepository repository, AttributionResult attribution, AttributionPolicy policy, DeploymentReading reading, Predicate<PlacedDeployment>? leftOut = null)
    {
        int[] sources = [.. Enumerable.Range(0, attribution.Sources.Count).Where(i => attribution.Sources[i].Evidence.Count > 0)];
        History = DeploymentHistory.Read(repository, policy, reading, sources.Select(i => attribution.Sources[i].Commit), leftOut);
        _nothing = Deployment.NotKnown(repository.IsShallow ? DeploymentGap.Cut : History.Missing.Count > 0 ? DeploymentGap.NotHere : DeploymentGap.NoSource);

        // Nothing is live anywhere, so every trail is unknown.
        if (History.Timelines.Count == 0)
            return;
        DeploymentJudge judge = History.Judge(attribution, policy);
        ILookup<int, string> paths = attribution.Files.Values.SelectMany(f => f.Runs.Select(r => (r.Source, f.Path))).Distinct().ToLookup(p => p.Source, p => p.Path);
        var shipped = new ShippedPaths(new ShippedCode(repository, attribution.Commit), policy.Services, History.Timelines.Select(t => t.Service));
        foreach (int source in sources)
        {
            // What is neither packed nor published is brought by no deployment.
            if (paths[source].Any() && !paths[source].Any(shipped.OfAny))
            {
                _ofSource[attribution.Sources[source]] = Deployment.NotKnown(DeploymentGap.NotBrought);
                continue;
            }

            string commit = attribution.Sources[source].Commit;
            _ofSource[attribution.Sources[source]] = judge.Of(new Change(commit, repository.CommitTime(commit), source) { Authored = repository.AuthorTime(commit), Paths = [.. paths[source]] });
        }
    }

    /// <summary>The deployments.</summary>
    public DeploymentHistory History { get; }

    public Deployment Of(LineSource source) => _ofSource.GetValueOrDefault(source) ?? _nothing;
}
