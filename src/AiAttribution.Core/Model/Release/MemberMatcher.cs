using AiAttribution.Core.Members;

namespace AiAttribution.Core.Model.Release;

/// <summary>Finds each member of one end at the other.</summary>
internal static class MemberMatcher
{
    /// <summary>
    /// Pairs by file and name, members of one name in their order; then members whose file moved, where the name is the only one of its kind at both ends, and the text or the name of the file stayed;
    /// then members whose type was renamed, where nothing else has their text. In the order of the later end, then what is left of the earlier one.
    /// </summary>
    public static IReadOnlyList<MemberChange> Pair(IReadOnlyList<MemberRecord> before, IReadOnlyList<MemberRecord> after)
    {
        Dictionary<(string, string, int), MemberRecord> old = Numbered(before).ToDictionary(m => m.Key, m => m.Member);
        var found = new Dictionary<MemberRecord, MemberRecord>(ReferenceEqualityComparer.Instance);
        foreach ((var key, MemberRecord member) in Numbered(after))
        {
            if (old.Remove(key, out MemberRecord? same))
                found[member] = same;
        }

        PairSingle(m => m.Name, IsMove);
        PairSingle(m => m.TextHash, (_, _) => true);
        HashSet<MemberRecord> kept = Paired();
        return [.. after.Select(m => new MemberChange(found.GetValueOrDefault(m), m)), .. before.Where(m => !kept.Contains(m)).Select(m => new MemberChange(m, null))];

        HashSet<MemberRecord> Paired() => new(found.Values, ReferenceEqualityComparer.Instance);

        void PairSingle(Func<MemberRecord, string?> mark, Func<MemberRecord, MemberRecord, bool> isSame)
        {
            HashSet<MemberRecord> paired = Paired();
            Dictionary<string, MemberRecord> movable = Single(old.Values.Where(m => !paired.Contains(m)), mark);
            foreach ((string key, MemberRecord member) in Single(after.Where(m => !found.ContainsKey(m)), mark))
            {
                if (movable.TryGetValue(key, out MemberRecord? moved) && isSame(moved, member))
                    found[member] = moved;
            }
        }
    }

    /// <summary>Two programs have a <c>Main</c> each: the name alone is no proof.</summary>
    private static bool IsMove(MemberRecord before, MemberRecord after) =>
        (before.TextHash is { } hash && hash == after.TextHash) || FileName(before.Path) == FileName(after.Path);

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static IEnumerable<((string Path, string Name, int Number) Key, MemberRecord Member)> Numbered(IEnumerable<MemberRecord> members) =>
        members.GroupBy(m => (m.Path, m.Name)).SelectMany(g => g.Select((m, i) => ((m.Path, m.Name, i), m)));

    private static Dictionary<string, MemberRecord> Single(IEnumerable<MemberRecord> members, Func<MemberRecord, string?> mark) =>
        members.Where(m => mark(m) is not null).GroupBy(m => mark(m)!, StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single(), StringComparer.Ordinal);
}
