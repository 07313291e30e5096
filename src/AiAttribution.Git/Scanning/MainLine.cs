namespace AiAttribution.Git.Scanning;

/// <summary>The main line of a history: the first parents of its newest commit, and the step that brought each of the other commits.</summary>
internal sealed class MainLine
{
    private readonly int[] _landed;

    /// <param name="walk">The history, newest commit first.</param>
    public MainLine(WalkedCommit[] walk)
    {
        List<int> steps = [0];
        while (walk[steps[^1]].Parents is [int first, ..])
            steps.Add(first);
        Steps = steps;
        _landed = new int[walk.Length];
        Array.Fill(_landed, int.MaxValue);
        Brought = new IReadOnlyList<int>[steps.Count];
        for (int step = steps.Count - 1; step >= 0; step--)
            Brought[step] = Land(walk, steps[step], step);
    }

    /// <summary>Steps, each by its index in the walk, newest first.</summary>
    public IReadOnlyList<int> Steps { get; }

    /// <summary>What each step brought, itself first: indexes in the walk.</summary>
    public IReadOnlyList<int>[] Brought { get; }

    /// <summary>The step that brought a commit.</summary>
    public int LandedAt(int commit) => _landed[commit];

    private List<int> Land(WalkedCommit[] walk, int tip, int step)
    {
        List<int> brought = [];
        var open = new Stack<int>([tip]);
        while (open.TryPop(out int commit))
        {
            if (_landed[commit] != int.MaxValue)
                continue;
            _landed[commit] = step;
            brought.Add(commit);
            foreach (int parent in walk[commit].Parents)
                open.Push(parent);
        }

        return brought;
    }
}
