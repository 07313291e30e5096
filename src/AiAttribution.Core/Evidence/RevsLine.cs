using System.Buffers;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary>Reads one line of <c>.ai-attribution-revs</c>, comment removed.</summary>
internal static class RevsLine
{
    // A binary or wrong file has a problem on every line; nobody reads more than these.
    private const int MaximumProblems = 100;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    public static void Read(ReadOnlySpan<char> line, int number, Dictionary<string, RevsEntry> entries, List<ParseProblem> problems)
    {
        int indent = line.Length - line.TrimStart().Length;
        line = line.Trim();
        if (line.IsEmpty)
            return;

        // Only an id that is one can still be listed; to say what is wrong with the others would take more memory than the file.
        if (problems.Count >= MaximumProblems && IdProblem(line.IndexOfAny(' ', '\t') is var end && end < 0 ? line : line[..end], quiet: true) is not null)
            return;
        int gap = line.IndexOfAny(' ', '\t');
        ReadOnlySpan<char> id = gap < 0 ? line : line[..gap];
        ReadOnlySpan<char> agent = gap < 0 ? [] : line[gap..].TrimStart();
        int agentColumn = indent + 1 + line.Length - agent.Length;
        if (IdProblem(id) is { } wrongId)
            Report(problems, number, indent + 1, wrongId);
        else if (agent.IndexOfAny(' ', '\t') is >= 0 and int extra)
            Report(problems, number, agentColumn + agent.Length - agent[extra..].TrimStart().Length, "unexpected text after the agent: write 'agent:model' without spaces, and comments after '#'");
        else if (agent.StartsWith(":"))
            Report(problems, number, agentColumn, "an agent is missing before ':': write 'agent:model', or 'unknown:model'");
        else
            entries[id.ToString()] = Entry(agent);
    }

    private static void Report(List<ParseProblem> problems, int line, int column, string message)
    {
        if (problems.Count < MaximumProblems)
            problems.Add(new ParseProblem(line, column, message));
    }

    private static RevsEntry Entry(ReadOnlySpan<char> agent)
    {
        int colon = agent.IndexOf(':');
        ReadOnlySpan<char> name = colon < 0 ? agent : agent[..colon];
        string? model = colon < 0 ? null : ModelName.Normalize(agent[(colon + 1)..].ToString());
        return new RevsEntry(name.IsEmpty ? AgentNames.Unknown : AgentNames.Canonical(name.ToString()), model);
    }

    private static string? IdProblem(ReadOnlySpan<char> id, bool quiet = false)
    {
        if (quiet)
            return id.Length is 40 or 64 && id.IndexOfAnyExcept(Hex) < 0 ? null : "";
        if (id.IndexOfAnyExcept(Hex) >= 0)
            return $"'{Shorten(id)}' is not a commit id: write the full id that 'git rev-parse' prints";
        if (id.Length is 40 or 64)
            return null;
        return $"'{Shorten(id)}' has {id.Length} digits: a commit id has 40 (or 64), see 'git rev-parse {Shorten(id)}'";
    }

    private static string Shorten(ReadOnlySpan<char> id) => id.Length <= 40 ? id.ToString() : string.Concat(id[..40], "…");
}
