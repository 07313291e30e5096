namespace AiAttribution.Core.Outcomes;

/// <summary>Normalised deployments of some days.</summary>
/// <param name="Low">What has settled.</param>
/// <param name="High">With what may still settle.</param>
/// <param name="Ai">Part of <paramref name="Low"/> by lines with AI evidence.</param>
/// <param name="Other">Part of it by lines without.</param>
/// <param name="Unknown">Part of it by lines of which it is not known.</param>
internal readonly record struct OutcomeFigures(double Low, double High, double Ai, double Other, double Unknown)
{
    /// <summary>Both together.</summary>
    public static OutcomeFigures operator +(OutcomeFigures left, OutcomeFigures right) =>
        new(left.Low + right.Low, left.High + right.High, left.Ai + right.Ai, left.Other + right.Other, left.Unknown + right.Unknown);

    /// <summary>Figures of all days of a range, the days of a week being shares of it.</summary>
    /// <param name="weeks">Weeks.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public static OutcomeFigures Of(IEnumerable<OutcomeWeek> weeks, int from, int to) =>
        weeks.SelectMany(w => w.Days.Where((_, i) => OutcomeDay.StartOf(w.Week) + i >= from && OutcomeDay.StartOf(w.Week) + i <= to))
            .Aggregate(default(OutcomeFigures), (sum, day) => sum + day);
}
