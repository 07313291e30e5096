using System.Globalization;
using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>Normalised deployments in words, the same in all forms.</summary>
internal static class OutcomeWords
{
    /// <summary>Why nothing is known where nothing was deployed.</summary>
    public const string NothingDeployed = "no deployment to production is known, and prereleases are none. Tag releases, or record deployments: ai-attribution deployments --help";

    private const string Unreleased = "..HEAD";

    private const int MostName = 160;

    /// <summary>That and why nothing is known, where nothing is.</summary>
    public static string NotKnown(ReportOutcomes outcomes) => $"Not known: {outcomes.NotKnown ?? NothingDeployed}";

    /// <summary>What one is.</summary>
    public const string One = "One normalised deployment (ND) is a type with ten lines of new code, or of clean-up, that lasted 14 days in production.";

    /// <summary>How it is counted, in a paragraph.</summary>
    public const string Explained = One + " Fewer lines count a tenth each. A week counts in full up to three times the usual week; what is above counts by its logarithm. The lower figure has settled, the higher one adds what may still settle. Moved, copied, renamed, generated and test code counts nothing. The definition is ours; Amazon's \"normalised deployments\" is not public.";

    /// <summary>The figures with all that stands beside them: <c>ND 12.4 to 13.0, AI 8.1 to 9.0, tested 71 to 80 %, $14.00 per ND at least</c>.</summary>
    public static string Of(OutcomeWindow window) =>
        $"ND {Range(window.Figures)}, AI {Ai(window.Figures)}, {Tested(window)}, {PerNd(window)}";

    /// <summary>What came since the release before, in a sentence with full stop; why that is not known where it is not.</summary>
    public static string Release(ReportOutcomes outcomes) => outcomes switch
    {
        { NotKnown: not null } => NotKnown(outcomes),
        { Release: { } release } => $"{(release.Name.EndsWith(Unreleased, StringComparison.Ordinal) ? $"Since {Cut.At(release.Name[..^Unreleased.Length], MostName)}" : "This release")}: {Of(release)}.",
        _ => "This release: ND not known, for it counts by days, and this one has no day that the release before has not.",
    };

    /// <summary>Both bounds, or one number where they are the same.</summary>
    public static string Range(OutcomeFigures figures) => Range(figures.Low, figures.High);

    /// <summary>The part of AI work: it may be so much more as nobody knows.</summary>
    public static string Ai(OutcomeFigures figures) => Range(figures.Ai, figures.Ai + figures.Unknown);

    /// <summary>The share that tests ran: <c>tested 71 to 80 %</c>.</summary>
    public static string Tested(OutcomeWindow window)
    {
        if (window.Tested is not { Executable: > 0 } tested)
            return "tests not measured";
        (string low, string high) = (Percent(tested.Low / tested.Executable), Percent(tested.High / tested.Executable));
        return low == high ? $"tested {low} %" : $"tested {low} to {high} %";
    }

    /// <summary>What each cost: <c>$12.40 to $13.30 per ND</c>, <c>at least</c> where something is missing.</summary>
    public static string PerNd(OutcomeWindow window)
    {
        if (window.Cost is not { } cost || cost.LeastPerNd(window.Figures) is not { } least)
            return "cost per ND not known";
        string atLeast = cost.IsAtLeast || cost.MostPerNd(window.Figures) is null ? " at least" : "";
        return cost.MostPerNd(window.Figures) is { } most && Figures.Dollars(most) != Figures.Dollars(least)
            ? $"{Figures.Dollars(least)} to {Figures.Dollars(most)} per ND{atLeast}"
            : $"{Figures.Dollars(least)} per ND{atLeast}";
    }

    /// <summary>What was spent, linked to commits and not; null where no session is recorded.</summary>
    public static string? Spent(OutcomeWindow window)
    {
        if (window.Cost is not { } cost)
            return null;
        string missing = cost.Unrecorded == 0 ? "" : $"; {Figures.Count(cost.Unrecorded, "AI commit")} without a full record";
        string undated = cost.Undated.Usage.Total == 0 ? "" : $"; {TokenWords.Number(cost.Undated)} tokens of no commit and no known day are left out";
        return $"{TokenWords.Cost(cost.Linked)} for commits that landed, {TokenWords.Cost(cost.Unlinked)} for no commit{missing}{undated}";
    }

    private static string Range(double low, double high)
    {
        (string from, string to) = (Number(low), Number(high));
        return from == to ? from : $"{from} to {to}";
    }

    /// <summary>A figure with one digit.</summary>
    public static string Number(double figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => share switch
    {
        > 0 and < 0.005 => "< 1",
        < 1 and >= 0.995 => "> 99",
        _ => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture),
    };
}
