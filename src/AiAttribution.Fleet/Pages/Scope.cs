using AiAttribution.Fleet.Intake;

namespace AiAttribution.Fleet.Pages;

/// <summary>What one page is about: all, a group, or a repository, with the sums that may be told of it.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="File">Name of its page.</param>
/// <param name="Repositories">The repositories in it.</param>
internal sealed record Scope(string Title, string File, IReadOnlyList<RepositoryFigures> Repositories)
{
    /// <summary>The group, where it is one.</summary>
    public FleetGroup? Group { get; init; }

    /// <summary>The repository, where it is one.</summary>
    public RepositoryFigures? Single { get; init; }

    /// <summary>Lasting change by month; months of which too few builders know are left out.</summary>
    public IReadOnlyDictionary<string, Change> Changes { get; init; } = new Dictionary<string, Change>();

    /// <summary>Spending by month, as <see cref="Changes"/>.</summary>
    public IReadOnlyDictionary<string, Spending> Spending { get; init; } = new Dictionary<string, Spending>();

    /// <summary>What is known and left out because too few builders stand behind it.</summary>
    public IReadOnlySet<(FigureKind Kind, string Month)> Withheld { get; init; } = new HashSet<(FigureKind, string)>();

    public LineCounts? Lines { get; init; }

    public TestedLines? Tested { get; init; }

    public Lives? Lives { get; init; }

    /// <summary>Whether some figure of a kind is known and left out.</summary>
    public bool Withholds(FigureKind kind) => Withheld.Any(w => w.Kind == kind);

    /// <summary>What stands for a figure that is not there: it is not told, or not known.</summary>
    public string Missing(FigureKind kind, string month = "") => Withheld.Contains((kind, month)) ? FleetWords.Withheld : FleetWords.NotKnown;
}

/// <summary>Kinds of figures, each of which may be told or not by itself.</summary>
internal enum FigureKind
{
    /// <summary>Lasting change of a month.</summary>
    Change,

    /// <summary>Spending of a month.</summary>
    Spending,

    /// <summary>Lines of the newest state.</summary>
    Lines,

    /// <summary>Tested lines.</summary>
    Tested,

    /// <summary>What became of lines.</summary>
    Lives,
}
