using AiAttribution.Core.Text;

namespace AiAttribution.Fleet.Intake;

/// <summary>A group of repositories.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Repositories">Patterns of its repositories.</param>
internal sealed record FleetGroup(string Name, IReadOnlyList<Glob> Repositories)
{
    /// <summary>What it may spend in a month that no budget is named for; null for no limit.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What it may spend in single months.</summary>
    public IReadOnlyDictionary<string, decimal> Budgets { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Whether a repository is in it.</summary>
    public bool Contains(string repository) => Repositories.Any(r => r.Matches(repository));

    /// <summary>What it may spend in a month; null for no limit.</summary>
    public decimal? BudgetOf(string month) => Budgets.TryGetValue(month, out decimal amount) ? amount : Budget;
}

/// <summary><c>fleet.json</c>: groups, budgets, what is expected, who may speak for whom. It is read when the lake is, so that changing it changes no file of the lake.</summary>
internal sealed record FleetSettings
{
    /// <summary>The folder of the inbox into which <c>serve</c> puts what came with a token; whose token that was, it has seen to.</summary>
    public const string Served = "served";

    /// <summary>Name of the organisation on the pages.</summary>
    public string Name { get; init; } = "Fleet";

    /// <summary>The groups, in order of names.</summary>
    public IReadOnlyList<FleetGroup> Groups { get; init; } = [];

    /// <summary>Repositories that ought to report, also when they never did.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    /// <summary>A repository that has not reported for so many days is silent.</summary>
    public int SilentDays { get; init; } = 30;

    /// <summary>Folders of the inbox, and for which repositories what comes there may speak; null where nobody set that up.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Glob>>? Senders { get; init; }

    /// <summary>The group that a repository counts in: the first by name that names it; null for none. In two, what is told of one would tell of the other.</summary>
    public FleetGroup? GroupOf(string repository) => Groups.FirstOrDefault(g => g.Contains(repository));

    /// <summary>Whether what comes into a folder may speak for a repository.</summary>
    /// <param name="sender">The folder; null for none.</param>
    /// <param name="repository">The repository.</param>
    public bool MaySpeak(string? sender, string repository) =>
        Senders is null || sender == Served || (sender is not null && Senders.TryGetValue(sender, out IReadOnlyList<Glob>? patterns) && patterns.Any(p => p.Matches(repository)));
}
