using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Deployments;

/// <summary>Everything that is known of the deployments of a repository.</summary>
internal sealed class DeploymentHistory
{
    private readonly GitRepository _repository;
    private readonly string[] _deployed;
    private readonly KnownOrder _among;
    private Lazy<KnownOrder> _order;

    private DeploymentHistory(GitRepository repository, DeploymentReading reading, DeploymentPlacement placement, IReadOnlyCollection<DeploymentRecord> live, IEnumerable<string> commits)
    {
        _repository = repository;
        Reading = reading;
        _deployed = [.. placement.Placed.Select(p => p.Commit).OfType<string>()];
        _among = new KnownOrder(repository, () => repository.CommitOrder(_deployed, []));
        All = TimelineBuilder.Build(placement.Placed, _among);
        Timelines = TimelineBuilder.Build(placement.Placed.Where(p => live.Contains(p.Record)), _among);
        _among.Save();
        _order = Order(commits);
        Missing = placement.Missing;
        MissingLive = [.. placement.Missing.Where(live.Contains)];
        OddClocks = ClockSkew.Find(placement.Placed.Where(p => p.Record.Source is not ("tag" or "branch")), repository.CommitTime);
    }

    /// <summary>Records as they were read.</summary>
    public DeploymentReading Reading { get; }

    /// <summary>Timelines of all environments.</summary>
    public IReadOnlyList<Timeline> All { get; }

    /// <summary>Timelines of the environments that count as live.</summary>
    public IReadOnlyList<Timeline> Timelines { get; }

    /// <summary>Deployments of commits that are not in the repository.</summary>
    public IReadOnlyList<DeploymentRecord> Missing { get; }

    /// <summary>Times that cannot be right, one sentence each.</summary>
    public IReadOnlyList<string> OddClocks { get; }

    /// <summary>Number of deployments to environments that count as live.</summary>
    public int LiveCount => Timelines.Sum(t => t.Steps.Count);

    /// <summary>The newest of them; null when there is none.</summary>
    public PlacedDeployment? Newest => Timelines.SelectMany(t => t.Steps).MaxBy(s => s.Time)?.Deployment;

    private IReadOnlyList<DeploymentRecord> MissingLive { get; }

    /// <summary>Brings records together with tags and branches of the repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="policy">Which tags, branches and environments count.</param>
    /// <param name="reading">Records.</param>
    /// <param name="commits">Full ids of commits whose deployment will be asked for; gone through when the first is.</param>
    /// <param name="leftOut">Deployments that do not count; null for none.</param>
    public static DeploymentHistory Read(GitRepository repository, AttributionPolicy policy, DeploymentReading reading, IEnumerable<string> commits, Predicate<PlacedDeployment>? leftOut = null)
    {
        var placement = new DeploymentPlacement(repository);
        DeploymentRecord[] records = [.. reading.Records.Where(r => r.Status != DeploymentStatus.Built && !r.IsUnplaced), .. ReferenceDeployments.Of(repository, policy)];
        foreach (DeploymentRecord record in records)
            placement.Add(record);
        if (leftOut is not null)
            placement.Placed.RemoveAll(leftOut);
        return new DeploymentHistory(repository, reading, placement, LiveEnvironments.Select(records, policy.DeploymentEnvironments).ToHashSet(), commits);
    }

    /// <summary>The same deployments, asked for other commits.</summary>
    /// <param name="commits">Full ids of commits whose deployment will be asked for; gone through when the first is.</param>
    public DeploymentHistory Asked(IEnumerable<string> commits)
    {
        var same = (DeploymentHistory)MemberwiseClone();
        same._order = Order(commits);
        return same;
    }

    /// <summary>Decides deployment trails.</summary>
    /// <param name="attribution">Attribution of HEAD, whose AI lines are looked for in deployed files.</param>
    /// <param name="policy">How long a change may wait for its deployment, and which paths belong to which service.</param>
    /// <param name="content">What deployed files hold of those lines; null to look for itself.</param>
    public DeploymentJudge Judge(AttributionResult attribution, AttributionPolicy policy, IDeployedContent? content = null) => new(Timelines, _order.Value, content ?? new DeployedLines(_repository, attribution))
    {
        Missing = MissingLive,
        IsShallow = _repository.IsShallow,
        Grace = TimeSpan.FromDays(policy.GraceDays),
        Services = policy.Services,
        Now = Now(attribution),
    };

    /// <summary>Keeps what judging found out for later runs.</summary>
    public void Save()
    {
        if (_order.IsValueCreated)
            _order.Value.Save();
    }

    /// <summary>The newest thing that is known: the time of the attributed commit or of the newest deployment. It stands for today, so that the same commit gives the same answer on any day.</summary>
    public DateTimeOffset Now(AttributionResult attribution)
    {
        DateTimeOffset now = _repository.CommitTime(attribution.Commit);
        foreach (TimelineStep step in Timelines.SelectMany(t => t.Steps))
            now = step.Time > now ? step.Time : now;
        return now;
    }

    private Lazy<KnownOrder> Order(IEnumerable<string> commits) => new(() => _among.With(() => _repository.CommitOrder(_deployed, commits)));
}
