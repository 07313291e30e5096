using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>Which texts the main line held, and when.</summary>
internal sealed class MainTexts(GitRepository repository, WalkedCommit[] walk, MainLine line, BlobLines lines, StepAuthors authors, Predicate<string> ships)
{
    /// <summary>Steps whose contents are read ahead at once.</summary>
    private const int StepsAhead = 64;

    /// <summary>More pairs of files that came and went in one step are not compared: then nothing of them is taken for renamed.</summary>
    private const int MostPairs = 2_500;

    /// <summary>A file is another one renamed when so much of it is the other's, as for git.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>Of more pairs those are not found of which every line has another name in it.</summary>
    private const int FewPairs = 100;

    /// <summary>The texts.</summary>
    public TextStates States { get; } = new();

    /// <summary>Goes from a step to the newest.</summary>
    /// <param name="oldest">The step to begin with: what it holds stands from its day on.</param>
    /// <param name="days">Day of each step.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Read(int oldest, int[] days, CancellationToken cancel)
    {
        ObjectId tree = default;
        for (int step = oldest; step >= 0;)
        {
            List<(int Step, IReadOnlyList<TreeChange> Changes)> ahead = [];
            for (; step >= 0 && ahead.Count < StepsAhead; step--)
            {
                ObjectId now = Tree(step);
                ahead.Add((step, BlobChanges.Between(repository, tree, now, ships)));
                tree = now;
            }

            lines.ReadAhead(ahead.SelectMany(a => BlobChanges.Blobs(a.Changes)), cancel);
            foreach ((int at, IReadOnlyList<TreeChange> changes) in ahead)
                Pass(changes, line.Brought[at], days[at], cancel);
        }
    }

    private ObjectId Tree(int step) => walk[line.Steps[step]].Node.Tree;

    private void Pass(IReadOnlyList<TreeChange> changes, IReadOnlyList<int> brought, int day, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        Rename(changes);
        foreach (TreeChange change in changes)
            PlacedTexts.Apply(States, lines, change);
        authors.Begin(brought, States.Arrived, States.Departed);
        States.EndState(day, authors.Came, authors.Left);
    }

    private void Rename(IReadOnlyList<TreeChange> changes)
    {
        foreach (TreeChange change in changes.Where(c => c.Old.IsFile && c.New.IsFile))
            lines.Rename(change.Old.Id, change.New.Id);
        TreeChange[] gone = [.. changes.Where(c => !c.New.IsFile)];
        TreeChange[] come = [.. changes.Where(c => !c.Old.IsFile)];
        if (gone.Length * come.Length is 0 or > MostPairs)
            return;
        foreach (TreeChange file in come)
        {
            (TreeChange likest, double likeness) = gone.Select(g => (g, lines.Likeness(g.Old.Id, file.New.Id, gone.Length * come.Length <= FewPairs))).MaxBy(g => g.Item2);
            if (likeness >= LeastLikeness)
                lines.Rename(likest.Old.Id, file.New.Id);
        }
    }
}

/// <summary>Puts contents of files into states.</summary>
internal static class PlacedTexts
{
    /// <summary>A file's content changes.</summary>
    public static void Apply(TextStates states, BlobLines lines, TreeChange change)
    {
        if (change.Old.IsFile)
        {
            foreach (NumberedLine line in lines.Of(change.Old.Id))
                states.Remove(line.Text, line.Type ?? change.Path);
        }

        if (change.New.IsFile)
        {
            foreach (NumberedLine line in lines.Of(change.New.Id))
                states.Add(line.Text, line.Type ?? change.Path);
        }
    }
}
