using AiAttribution.Core.Members;

namespace AiAttribution.Engine.Tests.Fixtures;

/// <summary>Takes each line for a member, and remembers which files it was asked for.</summary>
internal sealed class CountingFinder : IMemberFinder
{
    private readonly List<string> _asked = [];

    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked.Order(StringComparer.Ordinal)];
        }
    }

    public IReadOnlyList<Member> Find(string path, string text)
    {
        lock (_asked)
            _asked.Add(path);
        if (text.Contains("unreadable", StringComparison.Ordinal))
            throw new InvalidOperationException("too deep");
        return [.. text.TrimEnd('\n').Split('\n').Select((line, i) => new Member(line, i + 1, 1, i + 1, i + 1, [i + 1]))];
    }

    public IReadOnlyList<Suppression> FindSuppressions(string path, string text) => [];

    public IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text) => [];
}
