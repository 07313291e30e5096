namespace AiAttribution.Core.Sessions.Linking;

/// <summary>
/// Finds the closing words of commits: the responses that follow a commit without a further edit and end in silence. When the agent goes on without a pause it is
/// at work on the next commit already.
/// </summary>
internal sealed class TrailingResponses(AgentSession session, IReadOnlyList<CommitLink> links, DateTimeOffset now)
{
    /// <summary>Commit by response. Responses must be in the order of time.</summary>
    public Dictionary<UsageRecord, CommitLink> Find(UsageRecord[] responses)
    {
        var found = new Dictionary<UsageRecord, CommitLink>(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < links.Count; i++)
        {
            DateTimeOffset next = i + 1 < links.Count ? links[i + 1].Until : DateTimeOffset.MaxValue;
            int first = Array.FindIndex(responses, r => r.Time > links[i].Until);
            int end = first < 0 ? responses.Length : Burst(responses, first, links[i].Until);
            if (first < 0 || end == first || !IsSilent(responses, end) || responses[end - 1].Time > next || HasEdit(links[i].Until, end < responses.Length ? responses[end].Time!.Value : DateTimeOffset.MaxValue))
                continue;
            foreach (UsageRecord response in responses.AsSpan(first, end - first))
                found[response] = links[i];
        }

        return found;
    }

    /// <summary>Index after the last response that follows without a pause.</summary>
    private static int Burst(UsageRecord[] responses, int at, DateTimeOffset time)
    {
        while (at < responses.Length && responses[at].Time - time <= SessionLinker.Pause)
        {
            time = responses[at].Time!.Value;
            at++;
        }

        return at;
    }

    private bool IsSilent(UsageRecord[] responses, int end) => end < responses.Length || now - responses[end - 1].Time > SessionLinker.Pause;

    // An edit follows the response that asked for it.
    private bool HasEdit(DateTimeOffset after, DateTimeOffset before) => session.EditedFiles.Any(e => e.Time > after && e.Time < before);
}
