using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>The part of history in which lives of lines are followed: from the step of the main line that brought the first AI change.</summary>
internal sealed class SurvivalWindow
{
    /// <summary>More commits are not followed: the oldest are left out then.</summary>
    private const int MostCommits = 20_000;

    private readonly WalkedCommit[] _walk;
    private readonly MainLine _line;
    private readonly int[] _steps;

    private SurvivalWindow(WalkedCommit[] walk, MainLine line, int oldest, bool isCut)
    {
        _walk = walk;
        _line = line;
        _steps = [.. line.Steps.Take(oldest + 1)];
        IsCut = isCut;
        for (int i = 0; i < walk.Length; i++)
            walk[i].MattersInPast = line.LandedAt(i) <= oldest;
    }

    /// <summary>Steps of the main line, each by its index in the walk, newest first.</summary>
    public IReadOnlyList<int> Steps => _steps;

    /// <summary>Whether older AI changes are left out.</summary>
    public bool IsCut { get; }

    /// <summary>Committer time of a step.</summary>
    public DateTimeOffset TimeOf(int step) => DateTimeOffset.FromUnixTimeSeconds(_walk[_steps[step]].Node.Time);

    /// <summary>The step that brought a commit; null when it landed before.</summary>
    public int? LandedAt(int commit) => _line.LandedAt(commit) < _steps.Length ? _line.LandedAt(commit) : null;

    /// <summary>The window, with its commits marked as those that matter; null when no AI change is in history.</summary>
    public static SurvivalWindow? Of(WalkedCommit[] walk)
    {
        var line = new MainLine(walk);
        int oldest = Enumerable.Range(0, line.Steps.Count).Reverse().FirstOrDefault(step => line.Brought[step].Any(commit => IsAi(walk[commit])), -1);
        if (oldest < 0)
            return null;
        int followed = 0;
        int last = 0;
        while (last <= oldest && (followed += line.Brought[last].Count) <= MostCommits)
            last++;
        return new SurvivalWindow(walk, line, Math.Max(last - 1, 0), last <= oldest || Array.Exists(walk, c => c.Node.IsBoundary));
    }

    private static bool IsAi(WalkedCommit commit) => commit.Statements.Count > 0 || commit.NoteStatements.Count > 0;
}
