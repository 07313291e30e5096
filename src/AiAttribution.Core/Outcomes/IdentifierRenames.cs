using System.Text.RegularExpressions;

namespace AiAttribution.Core.Outcomes;

/// <summary>Finds lines that a change of a file made of others by renaming identifiers only. They are no new code.</summary>
/// <remarks>A name was renamed when it is gone from the file, the new one was not in it before, and wherever the one stood the other stands.</remarks>
internal static partial class IdentifierRenames
{
    private static readonly HashSet<string> Keywords = new(
        ("abstract as async await base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false finally fixed float for foreach get goto if "
        + "implicit in init int interface internal is lock long namespace new null object operator out override params private protected public readonly record ref required return sbyte sealed set short sizeof "
        + "stackalloc static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using var virtual void volatile when where while with yield").Split(' '),
        StringComparer.Ordinal);

    /// <summary>New lines with the old line that each was.</summary>
    /// <param name="before">Effective lines of the file before the change.</param>
    /// <param name="now">Those after it.</param>
    public static IReadOnlyList<(string Now, string Before)> Find(IReadOnlyList<EffectiveLine> before, IReadOnlyList<EffectiveLine> now)
    {
        (string[] gone, string[] come) = Changed(before, now);
        if (gone.Length == 0 || come.Length == 0)
            return [];
        // Most changed lines are no other line but for names, and to know all names of a file takes longest.
        var oldNames = new Lazy<HashSet<string>>(() => Names(before));
        var newNames = new Lazy<HashSet<string>>(() => Names(now));
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        List<(string Now, string Before)> found = [];
        ILookup<string, string> shapes = gone.ToLookup(Shape, StringComparer.Ordinal);
        foreach (string line in come)
        {
            if (shapes[Shape(line)].FirstOrDefault(old => IsRenamed(old, line, oldNames, newNames, renames)) is { } old)
                found.Add((line, old));
        }

        return found;
    }

    /// <summary>How many lines of a file are lines of another but for the names in them.</summary>
    public static int Alike(IReadOnlyList<EffectiveLine> before, IReadOnlyList<EffectiveLine> now)
    {
        HashSet<string> shapes = [.. before.Select(l => Shape(l.Text))];
        return now.Count(l => shapes.Contains(Shape(l.Text)));
    }

    private static (string[] Gone, string[] Come) Changed(IReadOnlyList<EffectiveLine> before, IReadOnlyList<EffectiveLine> now)
    {
        HashSet<string> old = [.. before.Select(l => l.Text)];
        HashSet<string> there = [.. now.Select(l => l.Text)];
        return ([.. before.Select(l => l.Text).Where(t => !there.Contains(t)).Distinct()], [.. now.Select(l => l.Text).Where(t => !old.Contains(t)).Distinct()]);
    }

    private static bool IsRenamed(string before, string now, Lazy<HashSet<string>> oldNames, Lazy<HashSet<string>> newNames, Dictionary<string, string> renames)
    {
        string[] old = [.. Token().Matches(before).Select(m => m.Value)];
        string[] here = [.. Token().Matches(now).Select(m => m.Value)];
        List<(string Old, string New)> fresh = [];
        for (int i = 0; i < old.Length; i++)
        {
            if (old[i] == here[i])
                continue;
            if ((renames.TryGetValue(old[i], out string? known) && known != here[i]) || newNames.Value.Contains(old[i]) || oldNames.Value.Contains(here[i]))
                return false;
            fresh.Add((old[i], here[i]));
        }

        if (fresh.GroupBy(f => f.Old).Any(g => g.Distinct().Count() > 1))
            return false;
        foreach ((string from, string to) in fresh)
            renames[from] = to;
        return fresh.Count > 0;
    }

    private static HashSet<string> Names(IReadOnlyList<EffectiveLine> lines)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (EffectiveLine line in lines)
        {
            foreach (Match match in Token().Matches(line.Text))
                names.Add(match.Value);
        }

        return names;
    }

    /// <summary>The line with a mark for each identifier; what strings say belongs to the shape.</summary>
    private static string Shape(string line) => Token().Replace(line, match => match.Value[0] is '"' or '\'' || Keywords.Contains(match.Value) ? match.Value : "_");

    [GeneratedRegex(@"""(?:\\.|[^""\\])*""|'(?:\\.|[^'\\])*'|(?<![\p{L}\p{Nd}_])[\p{L}_][\p{L}\p{Nd}_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
