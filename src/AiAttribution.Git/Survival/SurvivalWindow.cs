using AiAttribution.Git.Scanning.Walk;

namespace AiAttribution.Git.Survival;

/// <summary>The part of history in which lives of lines are followed: from the step of the main line that brought the first AI change.</summary>
internal sealed class SurvivalWindow
{
    /// <summary>More commits are not followed: the oldest are left out then.</summary>
    private const int MostCommits = 20_000;

    private readonly WalkedCommit[] _walk;
    private readonly List<int> _steps;
    private readonly int[] _landed;

    private SurvivalWindow(WalkedCommit[] walk, List<int> mainline, int[] landed, int oldest, bool isCut)
    {
        _walk = walk;
        _steps = mainline[..(oldest + 1)];
        _landed = landed;
        IsCut = isCut;
        for (int i = 0; i < walk.Length; i++)
            walk[i].MattersInPast = landed[i] <= oldest;
    }

    /// <summary>Steps of the main line, each by its index in the walk, newest first.</summary>
    public IReadOnlyList<int> Steps => _steps;

    /// <summary>Whether older AI changes are left out.</summary>
    public bool IsCut { get; }

    /// <summary>Committer time of a step.</summary>
    public DateTimeOffset TimeOf(int step) => DateTimeOffset.FromUnixTimeSeconds(_walk[_steps[step]].Node.Time);

    /// <summary>The step that brought a commit; null when it landed before.</summary>
    public int? LandedAt(int commit) => _landed[commit] < _steps.Count ? _landed[commit] : null;

    /// <summary>The window, with its commits marked as those that matter; null when no AI change is in history.</summary>
    public static SurvivalWindow? Of(WalkedCommit[] walk)
    {
        List<int> mainline = [0];
        while (walk[mainline[^1]].Parents is [int first, ..])
            mainline.Add(first);
        var landed = new int[walk.Length];
        Array.Fill(landed, int.MaxValue);
        var sizes = new int[mainline.Count];
        int oldest = -1;
        for (int step = mainline.Count - 1; step >= 0; step--)
        {
            (sizes[step], bool hasAi) = Land(walk, mainline[step], step, landed);
            if (hasAi && oldest < 0)
                oldest = step;
        }

        if (oldest < 0)
            return null;
        int followed = 0;
        int last = 0;
        while (last <= oldest && (followed += sizes[last]) <= MostCommits)
            last++;
        return new SurvivalWindow(walk, mainline, landed, Math.Max(last - 1, 0), last <= oldest || Array.Exists(walk, c => c.Node.IsBoundary));
    }

    private static (int Commits, bool HasAi) Land(WalkedCommit[] walk, int tip, int step, int[] landed)
    {
        int commits = 0;
        bool hasAi = false;
        var open = new Stack<int>([tip]);
        while (open.TryPop(out int commit))
        {
            if (landed[commit] != int.MaxValue)
                continue;
            landed[commit] = step;
            commits++;
            hasAi |= walk[commit].Statements.Count > 0 || walk[commit].NoteStatements.Count > 0;
            foreach (int parent in walk[commit].Parents)
                open.Push(parent);
        }

        return (commits, hasAi);
    }
}
