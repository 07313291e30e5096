using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Delta;

/// <summary>Finds each member of one end at the other.</summary>
internal static class MemberMatcher
{
    /// <summary>
    /// Pairs by file and name, members of one name in their order; then members whose file moved, where the name is the only one of its kind at both ends, and the text or the name of the file stayed.
    /// In the order of the later end, then what is left of the earlier one.
    /// </summary>
    public static IReadOnlyList<MemberChange> Pair(IReadOnlyList<ReportMember> before, IReadOnlyList<ReportMember> after)
    {
        Dictionary<(string, string, int), ReportMember> old = Numbered(before).ToDictionary(m => m.Key, m => m.Member);
        var found = new Dictionary<ReportMember, ReportMember>(ReferenceEqualityComparer.Instance);
        foreach ((var key, ReportMember member) in Numbered(after))
        {
            if (old.Remove(key, out ReportMember? same))
                found[member] = same;
        }

        Dictionary<string, ReportMember> movable = Single(old.Values);
        foreach ((string name, ReportMember member) in Single(after.Where(m => !found.ContainsKey(m))))
        {
            if (movable.TryGetValue(name, out ReportMember? moved) && IsMove(moved, member))
                found[member] = moved;
        }

        HashSet<ReportMember> paired = new(found.Values, ReferenceEqualityComparer.Instance);
        return [.. after.Select(m => new MemberChange(found.GetValueOrDefault(m), m)), .. before.Where(m => !paired.Contains(m)).Select(m => new MemberChange(m, null))];
    }

    /// <summary>Two programs have a <c>Main</c> each: the name alone is no proof.</summary>
    private static bool IsMove(ReportMember before, ReportMember after) =>
        (before.TextHash is { } hash && hash == after.TextHash) || FileName(before.Path) == FileName(after.Path);

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static IEnumerable<((string Path, string Name, int Number) Key, ReportMember Member)> Numbered(IEnumerable<ReportMember> members) =>
        members.GroupBy(m => (m.Path, m.Name)).SelectMany(g => g.Select((m, i) => ((m.Path, m.Name, i), m)));

    private static Dictionary<string, ReportMember> Single(IEnumerable<ReportMember> members) =>
        members.GroupBy(m => m.Name, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
}
