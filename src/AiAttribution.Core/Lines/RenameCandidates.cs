namespace AiAttribution.Core.Lines;

/// <summary>
/// The sources that git considers for one renamed file. It keeps four, and a better one takes the place of the worst: so of sources that are equally good
/// not always the first one wins, but the one whose place comes first (<c>record_if_better</c> in git's diffcore-rename.c).
/// </summary>
/// <typeparam name="T">What stands for a source.</typeparam>
internal sealed class RenameCandidates<T>
{
    private const int Places = 4;

    private readonly (int Score, bool SameName, T? Source)[] _places = [.. Enumerable.Repeat((-1, false, default(T)), Places)];

    /// <summary>Offers a source, in the order of the tree.</summary>
    /// <param name="source">The source.</param>
    /// <param name="score">Similarity, see <see cref="ContentProfile.Similarity"/>; 0 when it was not counted.</param>
    /// <param name="sameName">Whether it has the name of the new file, in whatever folder: that decides between equal scores.</param>
    public void Add(T source, int score, bool sameName)
    {
        int worst = 0;
        for (int i = 1; i < Places; i++)
        {
            if (Rank(i).CompareTo(Rank(worst)) < 0)
                worst = i;
        }

        if ((score, sameName).CompareTo(Rank(worst)) > 0)
            _places[worst] = (score, sameName, source);
    }

    /// <summary>The source of the rename; null when none is similar enough.</summary>
    public T? Best()
    {
        int best = 0;
        for (int i = 1; i < Places; i++)
        {
            if (Rank(i).CompareTo(Rank(best)) > 0)
                best = i;
        }

        return _places[best].Score >= ContentProfile.LeastScore ? _places[best].Source : default;
    }

    private (int Score, bool SameName) Rank(int place) => (_places[place].Score, _places[place].SameName);
}
