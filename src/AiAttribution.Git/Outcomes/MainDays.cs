using AiAttribution.Core.Deployments;
using AiAttribution.Core.Outcomes;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>
/// Day of each step of the main line: its committer day, at least its predecessor's, at most that of the first production deployment that contains it.
/// So nobody chooses a day beyond what lay between two pushes.
/// </summary>
internal static class MainDays
{
    /// <summary>Days by step, newest first as the steps.</summary>
    /// <param name="walk">The history.</param>
    /// <param name="line">Its main line.</param>
    /// <param name="deployed">Commits that production ran, with the day.</param>
    public static int[] Of(WalkedCommit[] walk, MainLine line, IEnumerable<(string Commit, int Day)> deployed)
    {
        int[] latest = Latest(walk, line, deployed);
        var days = new int[line.Steps.Count];
        int before = int.MinValue;
        for (int step = days.Length - 1; step >= 0; step--)
        {
            int committed = OutcomeDay.Of(DateTimeOffset.FromUnixTimeSeconds(walk[line.Steps[step]].Node.Time));
            days[step] = before = Math.Min(Math.Max(committed, before), latest[step]);
        }

        return days;
    }

    /// <summary>Commits that production ran, of releases the stable ones, with the day.</summary>
    public static IEnumerable<(string Commit, int Day)> Deployed(IEnumerable<Timeline> timelines) =>
        from timeline in timelines
        from step in timeline.Steps
        where step.Kind != StepKind.Removal && !(timeline.KeepsAll && ReleasedVersion.Of(step.Deployment.Name) is { IsStable: false })
        select (step.Deployment.Commit!, OutcomeDay.Of(step.Time));

    private static int[] Latest(WalkedCommit[] walk, MainLine line, IEnumerable<(string Commit, int Day)> deployed)
    {
        var latest = new int[line.Steps.Count];
        Array.Fill(latest, int.MaxValue);
        var places = new Dictionary<ObjectId, int>(walk.Length);
        for (int commit = 0; commit < walk.Length; commit++)
            places.Add(walk[commit].Node.Id, commit);
        // What lies beside this history says nothing of its days: a release branch holds what it forked from, which is older.
        foreach ((string commit, int day) in deployed)
        {
            if (places.TryGetValue(ObjectId.Parse(commit), out int place) && Newest(walk, line, place) is { } step)
                latest[step] = Math.Min(latest[step], day);
        }

        for (int step = 1; step < latest.Length; step++)
            latest[step] = Math.Min(latest[step], latest[step - 1]);
        return latest;
    }

    /// <summary>The newest step in the history of a commit.</summary>
    private static int? Newest(WalkedCommit[] walk, MainLine line, int commit)
    {
        for (int at = commit; ;)
        {
            int step = line.LandedAt(at);
            if (line.Steps[step] == at)
                return step;
            if (walk[at].Parents is not [int first, ..])
                return null;
            at = first;
        }
    }
}
