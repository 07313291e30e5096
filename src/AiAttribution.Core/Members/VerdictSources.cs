using System.Globalization;

namespace AiAttribution.Core.Members;

/// <summary>The part of a message in brackets: lines, agents and models, sessions, tokens.</summary>
internal static class VerdictSources
{
    private const int NamedAgents = 2;

    public static string Of(MemberVerdict verdict)
    {
        List<string> parts = [$"{verdict.Tally.Ai} of {verdict.Tally.Code} lines", Agents(verdict.Sources)];
        int sessions = verdict.Sources.Select(source => source.Session).Where(session => session is not null).Distinct().Count();
        if (sessions > 0)
            parts.Add(sessions == 1 ? "1 session" : $"{sessions} sessions");
        if (Tokens(verdict.Sources) is > 0 and double tokens)
            parts.Add($"from commits that used {tokens.ToString("N0", CultureInfo.InvariantCulture)} tokens{Cost(verdict.Sources)}");
        return string.Join(", ", parts);
    }

    /// <summary>Agents with their models, two by name.</summary>
    internal static string Agents(IReadOnlyList<AiSource> sources)
    {
        List<string> names = sources.Select(Agent).Distinct().ToList();
        string named = string.Join(" and ", names.Take(NamedAgents));
        return names.Count > NamedAgents ? $"{named} and {names.Count - NamedAgents} more" : named;
    }

    private static string Agent(AiSource source)
    {
        string agent = source.Agent == "unknown" ? "agent not named" : source.Agent;
        return source.Model is null ? agent : $"{agent} {source.Model}";
    }

    /// <summary>What the commits cost, when it is known of all.</summary>
    private static string Cost(IReadOnlyList<AiSource> sources)
    {
        decimal?[] costs = sources.GroupBy(source => source.Commit).Select(commit => commit.First().Cost).ToArray();
        return Array.TrueForAll(costs, cost => cost is not null) ? $" at ${costs.Sum()!.Value.ToString("0.00##", CultureInfo.InvariantCulture)}" : "";
    }

    /// <summary>Tokens of the commits, each counted once even when it is the source of several files. Not a long: absurd counts must not overflow.</summary>
    private static double Tokens(IReadOnlyList<AiSource> sources)
    {
        double tokens = 0;
        foreach (IGrouping<string, AiSource> commit in sources.GroupBy(source => source.Commit))
        {
            foreach (long ofClass in commit.First().Tokens.Values)
                tokens += ofClass;
        }

        return tokens;
    }
}
