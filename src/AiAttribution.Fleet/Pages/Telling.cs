namespace AiAttribution.Fleet.Pages;

/// <summary>
/// Decides which figures may stand alone. A figure behind which too few builders stand is only told inside of a sum that enough stand behind; and where taking what is told
/// from a sum would leave such a figure, one that could be told is put to it, so that the rest tells of nobody either.
/// </summary>
/// <param name="groups">Names of the repositories of each group.</param>
internal sealed class Telling(IReadOnlyList<IReadOnlyCollection<string>> groups)
{
    /// <summary>Decides over one figure.</summary>
    /// <param name="figures">The repositories that have it, whether enough builders stand behind it, and its size.</param>
    public ToldScopes Decide(IReadOnlyList<(string Repository, bool IsPublishable, decimal Size)> figures)
    {
        HashSet<string> safe = [.. figures.Where(f => f.IsPublishable).Select(f => f.Repository)];
        HashSet<string> hidden = [.. figures.Where(f => !f.IsPublishable).Select(f => f.Repository)];
        Dictionary<string, decimal> sizes = figures.ToDictionary(f => f.Repository, f => f.Size, StringComparer.Ordinal);
        string[] all = [.. sizes.Keys.Order(StringComparer.Ordinal)];
        foreach (IReadOnlyCollection<string> scope in groups.Append(all))
            Cover([.. scope.Where(sizes.ContainsKey)], hidden, safe.Contains, r => sizes[r]);
        return new ToldScopes(safe.Count > 0, Groups(all, safe, sizes), all.Where(r => !hidden.Contains(r)).ToHashSet(StringComparer.Ordinal));
    }

    private HashSet<int> Groups(string[] all, HashSet<string> safe, Dictionary<string, decimal> sizes)
    {
        HashSet<string> grouped = [.. groups.SelectMany(g => g)];
        string[][] units = [.. groups.Select(g => g.Where(sizes.ContainsKey).ToArray()), [.. all.Where(r => !grouped.Contains(r))]];
        int rest = groups.Count;
        HashSet<int> hidden = [.. Enumerable.Range(0, units.Length).Where(u => units[u].Length > 0 && !Array.Exists(units[u], safe.Contains))];
        // What is in no group is never told by itself, but it is found by taking the groups from all.
        Cover([.. Enumerable.Range(0, units.Length).Where(u => units[u].Length > 0)], hidden, u => u < rest && Array.Exists(units[u], safe.Contains), u => units[u].Sum(r => sizes[r]));
        return [.. Enumerable.Range(0, rest).Where(u => Array.Exists(units[u], safe.Contains) && !hidden.Contains(u))];
    }

    /// <summary>Where only figures of too few are hidden in a scope, hides the smallest of the others, too.</summary>
    private static void Cover<T>(T[] scope, HashSet<T> hidden, Func<T, bool> isSafe, Func<T, decimal> size)
    {
        T[] without = [.. scope.Where(hidden.Contains)];
        T[] shown = [.. scope.Where(s => !hidden.Contains(s) && isSafe(s))];
        if (without.Length > 0 && shown.Length > 0 && !Array.Exists(without, s => isSafe(s)))
            hidden.Add(shown.MinBy(size)!);
    }
}

/// <summary>Where one figure may stand.</summary>
/// <param name="All">Whether the sum of all may.</param>
/// <param name="Groups">The groups whose sum may, by number.</param>
/// <param name="Repositories">The repositories by whose name it may.</param>
internal sealed record ToldScopes(bool All, IReadOnlySet<int> Groups, IReadOnlySet<string> Repositories);
