using AiAttribution.Core.Members;
using AiAttribution.Core.Policy.Waivers;

namespace AiAttribution.Git.Collection;

/// <summary>Gathers the <c>[SuppressMessage]</c> attributes of a project, and finds what those for an assembly mean.</summary>
internal sealed class CodeSuppressions
{
    private readonly List<Found> _found = [];

    /// <summary>Whether it is worth to parse a file for them.</summary>
    public static bool MayHave(ReadOnlySpan<byte> utf8) => utf8.IndexOf("SuppressMessage"u8) >= 0 && utf8.IndexOf("AIA"u8) >= 0;

    /// <param name="path">Path of the file.</param>
    /// <param name="folder">Folder of its project, which an attribute for the assembly is for.</param>
    /// <param name="suppressions">What the file has.</param>
    public void Add(string path, string folder, IEnumerable<Suppression> suppressions) => _found.AddRange(suppressions.Select(s => new Found(path, folder, s)));

    /// <summary>All of them, in order of places.</summary>
    /// <param name="members">Members with AI lines, which targets of assembly attributes may name.</param>
    public IReadOnlyList<CodeSuppression> All(IReadOnlyList<PlacedMember> members) =>
        [.. _found.Select(f => new CodeSuppression(f.Suppression.Code, f.Suppression.Justification, f.Path, f.Suppression.Line, Lines(f, members)))];

    private static IReadOnlyList<WaivedLines> Lines(Found found, IReadOnlyList<PlacedMember> members)
    {
        if (found.Suppression.FirstLine > 0)
            return [new WaivedLines(found.Path, found.Suppression.FirstLine, found.Suppression.LastLine)];
        return found.Suppression.Target is not { } target
            ? [new WaivedLines(found.Folder, 0, 0)]
            : [.. members.Where(m => IsNamed(m.Member.QualifiedName, target)).Select(m => new WaivedLines(m.Path, m.Member.FirstLine, m.Member.LastLine))];
    }

    /// <summary>A target names a member, or a type or namespace around it.</summary>
    private static bool IsNamed(string name, string target) =>
        name == target || (name.StartsWith(target, StringComparison.Ordinal) && name[target.Length] == '.');

    private sealed record Found(string Path, string Folder, Suppression Suppression);
}
