using AiAttribution.Core.Members;

namespace AiAttribution.Engine.Members;

/// <summary>Looks into the store before it parses. Suppressions are rare, so they are parsed each time.</summary>
internal sealed class CachingMemberFinder(MemberStore store, string symbols, Lazy<IMemberFinder> finder) : IMemberFinder
{
    /// <inheritdoc/>
    public IReadOnlyList<Member> Find(string path, string text)
    {
        MemberKey key = MemberKey.Of(path, symbols, text);
        if (store.Get(key) is { } known)
            return known;
        IReadOnlyList<Member> members = finder.Value.Find(path, text);
        store.Add(key, members);
        return members;
    }

    /// <inheritdoc/>
    public IReadOnlyList<Suppression> FindSuppressions(string path, string text) => finder.Value.FindSuppressions(path, text);

    /// <inheritdoc/>
    public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text) => finder.Value.FindUnsearched(path, text);
}
