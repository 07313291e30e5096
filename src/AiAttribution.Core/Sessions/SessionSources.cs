namespace AiAttribution.Core.Sessions;

/// <summary>
/// Joins what several logs say of one session. The richest source counts, for adding two would count twice; but a sum over time in another counts with what the
/// responses of that time do not hold.
/// </summary>
internal static class SessionSources
{
    public static AgentSession Join(IEnumerable<AgentSession> fragments)
    {
        AgentSession[] parts = [.. fragments.OrderBy(part => part.Start ?? DateTimeOffset.MaxValue)];
        if (parts.Length == 1)
            return parts[0] with { EditedFiles = InOrder(parts[0].EditedFiles), Commits = Distinct(parts[0].Commits) };
        (Exactness, int) best = parts.Min(part => (part.Exactness, part.Rank));
        List<AgentSession> counted = [.. parts.Where(part => (part.Exactness, part.Rank) == best)];
        List<UsageRecord> responses = [.. counted.SelectMany(part => part.Responses)];
        foreach (AgentSession other in parts.Where(part => (part.Exactness, part.Rank) != best).OrderBy(part => part.Exactness).ThenBy(part => part.Rank))
        {
            if (AddRest(responses, other.Responses))
                counted.Add(other);
        }

        return new AgentSession(parts[0].Agent, parts[0].Id)
        {
            ParentId = First(parts, part => part.ParentId),
            WorkingDirectory = First(parts, part => part.WorkingDirectory),
            Branch = First(parts, part => part.Branch),
            Start = parts.Min(part => part.Start),
            End = parts.Max(part => part.End),
            Exactness = counted.Max(part => part.Exactness),
            Rank = best.Item2,
            IsDoubtful = counted.Exists(part => part.IsDoubtful),
            HasCopies = parts.Any(part => part.HasCopies),
            Credits = parts.Max(part => part.Credits),
            Responses = responses,
            EditedFiles = InOrder(parts.SelectMany(part => part.EditedFiles)),
            Commits = Distinct(parts.SelectMany(part => part.Commits)),
        };
    }

    /// <summary>Adds what sums hold beyond the responses of their time; false when that is nothing.</summary>
    private static bool AddRest(List<UsageRecord> responses, IReadOnlyList<UsageRecord> sums)
    {
        bool added = false;
        foreach (IGrouping<(DateTimeOffset?, DateTimeOffset?), UsageRecord> span in sums.Where(sum => sum.Since is not null).GroupBy(sum => (sum.Since, sum.Time)).ToArray())
        {
            int[] within = [.. Enumerable.Range(0, responses.Count).Where(i => !(responses[i].Time <= span.Key.Item1 || responses[i].Time > span.Key.Item2))];
            UsageRecord[] rests = [.. Rests([.. span], [.. within.Select(i => responses[i])])];
            decimal cost = span.Sum(sum => sum.ReportedCost ?? 0) - within.Sum(i => responses[i].ReportedCost ?? 0);
            if (rests.Length > 0)
                rests[0] = rests[0] with { ReportedCost = cost > 0 ? cost : null };
            else if (cost > 0 && within.Length > 0)
                responses[within[^1]] = responses[within[^1]] with { ReportedCost = cost + (responses[within[^1]].ReportedCost ?? 0) };
            responses.AddRange(rests);
            added |= rests.Length > 0;
        }

        return added;
    }

    // A response is taken from the sum of its model; what the sums of other models hold of it, because the name differs, from those.
    private static IEnumerable<UsageRecord> Rests(UsageRecord[] sums, UsageRecord[] responses)
    {
        TokenUsage[] rests = [.. sums.Select(sum => sum.Usage)];
        TokenUsage other = Sum(responses);
        for (int i = 0; i < sums.Length; i++)
        {
            TokenUsage own = TokenUsage.Least(rests[i], Sum(responses.Where(response => response.Model == sums[i].Model)));
            rests[i] -= own;
            other -= own;
        }

        for (int i = 0; i < sums.Length; i++)
        {
            TokenUsage taken = TokenUsage.Least(rests[i], other);
            rests[i] -= taken;
            other -= taken;
        }

        return sums.Select((sum, i) => sum with { Usage = rests[i] with { Reasoning = Math.Min(rests[i].Reasoning, rests[i].Output) } }).Where(rest => !rest.Usage.IsZero);
    }

    private static TokenUsage Sum(IEnumerable<UsageRecord> responses) => responses.Aggregate(default(TokenUsage), (sum, response) => sum + response.Usage);

    private static EditedFile[] InOrder(IEnumerable<EditedFile> edits) => [.. edits.OrderBy(edit => edit.Time)];

    private static SeenCommit[] Distinct(IEnumerable<SeenCommit> commits) => [.. commits.DistinctBy(commit => commit.Id).OrderBy(commit => commit.Time)];

    private static string? First(AgentSession[] parts, Func<AgentSession, string?> value) => parts.Select(value).FirstOrDefault(text => text is not null);
}
