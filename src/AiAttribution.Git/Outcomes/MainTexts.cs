using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>Which texts the main line held, and when.</summary>
/// <param name="repository">The repository.</param>
/// <param name="walk">The history.</param>
/// <param name="line">Its main line.</param>
/// <param name="lines">Reads lines of contents.</param>
/// <param name="authors">Knows who brought and took texts.</param>
/// <param name="ships">Which paths.</param>
/// <param name="states">Gets the texts.</param>
/// <param name="since">Who did it is not asked before this day.</param>
internal sealed class MainTexts(GitRepository repository, WalkedCommit[] walk, MainLine line, BlobLines lines, StepAuthors authors, Predicate<string> ships, TextStates states, int since)
{
    /// <summary>Steps whose contents are read ahead at once.</summary>
    private const int StepsAhead = 64;

    /// <summary>More pairs of files that came and went in one step are not compared: then nothing of them is taken for renamed.</summary>
    private const int MostPairs = 2_500;

    /// <summary>A file is another one renamed when so much of it is the other's, as for git.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>Of more pairs those are not found of which every line has another name in it.</summary>
    private const int FewPairs = 100;

    /// <summary>Goes from a step to the newest.</summary>
    /// <param name="oldest">The step to begin with: of a history that nothing is known of yet what it holds stands from its day on.</param>
    /// <param name="known">The step up to which all is known; null for none.</param>
    /// <param name="days">Day of each step.</param>
    /// <param name="cancel">Ends the work.</param>
    public void Read(int oldest, int? known, int[] days, CancellationToken cancel)
    {
        ObjectId tree = known is { } last ? Tree(last) : default;
        for (int step = known - 1 ?? oldest; step >= 0;)
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
            PlacedTexts.Apply(states, lines, change);
        if (day < since)
        {
            states.EndState(day);
            return;
        }

        authors.Begin(brought, states.Arrived, states.Departed);
        states.EndState(day, authors.Came, authors.Left);
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
