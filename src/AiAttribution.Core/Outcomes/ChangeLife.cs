namespace AiAttribution.Core.Outcomes;

/// <summary>Lines that one commit brought to the main line of history, and what became of them. Lines that it lost before it was merged never landed, and do not count.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="IsAi">Whether there is AI evidence for these lines. A commit of which a note names some lines has two lives.</param>
/// <param name="Landed">Committer time of the commit on the first-parent line that brought it; its own unless it was merged.</param>
/// <param name="Lines">Lines that landed.</param>
/// <param name="Deaths">Those of them that are gone, oldest first.</param>
internal sealed record ChangeLife(string Commit, bool IsAi, DateTimeOffset Landed, int Lines, IReadOnlyList<LineDeath> Deaths)
{
    /// <summary>Lines that are still there.</summary>
    public int Alive => Lines - Deaths.Sum(d => d.Lines);

    /// <summary>What became of the lines in their first days.</summary>
    /// <param name="days">How many days.</param>
    /// <param name="now">Time up to which history is known.</param>
    public WindowLife Within(int days, DateTimeOffset now) => WindowLife.Of([this], days, now);
}
