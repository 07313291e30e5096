namespace AiAttribution.Core.Outcomes;

/// <summary>What became of lines in their first days. Changes that have not had so many days yet are told apart whole: to count only their dead would blame the young.</summary>
/// <param name="Days">How many days.</param>
/// <param name="Lines">Lines of changes that are old enough to tell.</param>
/// <param name="Died">Those of them that were gone before the days were over.</param>
/// <param name="TooYoung">Lines of changes that are not old enough: unknown, not survived.</param>
internal readonly record struct WindowLife(int Days, int Lines, int Died, int TooYoung)
{
    /// <summary>Adds lines up.</summary>
    public static WindowLife operator +(WindowLife one, WindowLife other) =>
        new(one.Days, one.Lines + other.Lines, one.Died + other.Died, one.TooYoung + other.TooYoung);
}
