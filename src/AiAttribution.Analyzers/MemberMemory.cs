using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>What was judged of the members of one text. It holds no syntax, so that no tree lives on by it.</summary>
/// <param name="options">How the text was parsed.</param>
internal sealed class MemberMemory(ParseOptions? options)
{
    private readonly Dictionary<MemberKey, JudgedMember> _members = [];

    /// <summary>Nothing yet.</summary>
    public static MemberMemory Empty => new(null);

    /// <summary>The member of a text, if it was parsed alike; null when it is not known.</summary>
    public JudgedMember? Find(MemberKey key, ParseOptions now) =>
        _members.TryGetValue(key, out JudgedMember? member) && now.Equals(options) ? member : null;

    public void Add(MemberKey key, JudgedMember member) => _members[key] = member;
}

/// <summary>A member by its text, character for character.</summary>
/// <param name="Types">Names of the types around it.</param>
/// <param name="Start">Where it begins in the text, behind its attributes and what it is an accessor of.</param>
/// <param name="Length">Length of the text.</param>
/// <param name="Text">Hash of the text.</param>
internal readonly record struct MemberKey(string Types, int Start, int Length, ulong Text);

/// <summary>FNV-1a of 64 bits over all characters.</summary>
internal static class TextHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="text">The text around.</param>
    /// <param name="span">What of it is hashed.</param>
    /// <param name="buffer">Room to copy into.</param>
    public static ulong Of(SourceText text, TextSpan span, char[] buffer)
    {
        ulong hash = OffsetBasis;
        for (int start = span.Start; start < span.End; start += buffer.Length)
        {
            int count = Math.Min(buffer.Length, span.End - start);
            text.CopyTo(start, buffer, 0, count);
            for (int i = 0; i < count; i++)
                hash = unchecked((hash ^ buffer[i]) * Prime);
        }

        return hash;
    }
}
