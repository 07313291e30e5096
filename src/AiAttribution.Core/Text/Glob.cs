using System.Text;

namespace AiAttribution.Core.Text;

/// <summary>
/// A pattern with <c>*</c>, <c>?</c>, <c>[a-z]</c> and, for paths, <c>**</c>. Matching takes at most the length of the text times that of the pattern,
/// because patterns may come from a repository nobody trusts.
/// </summary>
internal sealed class Glob
{
    private const int UsualParts = 128;

    private readonly GlobPart[] _parts;
    private readonly string _end;

    private Glob(string pattern, GlobPart[] parts)
    {
        (Pattern, _parts) = (pattern, parts);
        int end = Array.FindLastIndex(parts, part => part.Kind != GlobPartKind.Character) + 1;
        _end = string.Concat(parts[end..].Select(part => part.Characters));
    }

    /// <summary>The pattern as it was given.</summary>
    public string Pattern { get; }

    /// <summary>A pattern for names such as tags: <c>*</c> also matches <c>/</c>, as in <c>git tag --list</c>.</summary>
    public static Glob ForNames(string pattern) => new(pattern, GlobPart.Parse(pattern, forPaths: false));

    /// <summary>A pattern for paths with <c>/</c>: <c>*</c> stays within one folder, <c>**/</c> is any number of folders, also none. A pattern without <c>/</c> matches the file's name in every folder.</summary>
    public static Glob ForPaths(string pattern) => new(pattern, GlobPart.Parse(pattern.Contains('/') ? pattern.TrimStart('/') : "**/" + pattern, forPaths: true));

    /// <summary>The pattern that matches this text and no other, for names and for paths.</summary>
    public static string Literal(string text)
    {
        var pattern = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
            pattern.Append(text[i] is '*' or '?' || (text[i] == '[' && (i + 1 == text.Length || text[i + 1] != ']')) ? $"[{text[i]}]" : text[i]);
        return pattern.ToString();
    }

    /// <summary>Whether the whole of <paramref name="text"/> matches; case matters.</summary>
    public bool Matches(string text)
    {
        if (!text.EndsWith(_end, StringComparison.Ordinal))
            return false;

        // All parts that may come next go on together, so no part is tried twice for a character.
        Span<bool> places = _parts.Length < UsualParts ? stackalloc bool[_parts.Length + 1] : new bool[_parts.Length + 1];
        Span<bool> next = _parts.Length < UsualParts ? stackalloc bool[_parts.Length + 1] : new bool[_parts.Length + 1];
        Reach(places, 0);
        foreach (char c in text)
        {
            for (int i = 0; i < _parts.Length; i++)
            {
                if (!places[i] || !_parts[i].Takes(c))
                    continue;
                next[i] |= _parts[i].IsMany;
                if (_parts[i].MayEndAfter(c))
                    Reach(next, i + 1);
            }

            Span<bool> done = places;
            places = next;
            next = done;
            next.Clear();
        }

        return places[^1];
    }

    /// <summary>Marks a part, and those behind it that come next when it takes nothing.</summary>
    private void Reach(Span<bool> places, int part)
    {
        // Parts are gone through in order, so one that is marked was marked together with those behind it.
        for (; !places[part]; part++)
        {
            places[part] = true;
            if (part == _parts.Length || !_parts[part].IsMany)
                return;
        }
    }
}
