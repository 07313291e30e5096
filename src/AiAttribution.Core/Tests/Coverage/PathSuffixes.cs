namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Finds the one path of a repository that ends as a foreign path does.</summary>
internal sealed class PathSuffixes
{
    /// <summary>One equal segment is a file name: too little, every project has a <c>Program.cs</c>.</summary>
    private const int MinimumSegments = 2;

    private readonly ILookup<string, string[]> _byName;
    private readonly StringComparison _comparison;

    public PathSuffixes(IEnumerable<string> paths, StringComparison comparison)
    {
        _comparison = comparison;
        _byName = paths.Select(p => p.Split('/')).ToLookup(s => s[^1], StringComparer.FromComparison(comparison));
    }

    /// <summary>The path with the longest common end of at least two segments; null when there is none, or more than one.</summary>
    public string? Find(string foreign)
    {
        string[] wanted = foreign.Split('/', StringSplitOptions.RemoveEmptyEntries);
        string[]? found = null;
        int best = MinimumSegments - 1;
        foreach (string[] candidate in wanted.Length == 0 ? [] : _byName[wanted[^1]])
        {
            int common = Common(wanted, candidate);
            if (common > best)
                (best, found) = (common, candidate);
            else if (common == best)
                found = null;
        }

        return found is null ? null : string.Join('/', found);
    }

    private int Common(string[] a, string[] b)
    {
        int count = 0;
        while (count < a.Length && count < b.Length && string.Equals(a[^(count + 1)], b[^(count + 1)], _comparison))
            count++;
        return count;
    }
}
