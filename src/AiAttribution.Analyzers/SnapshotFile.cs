using System.Runtime.CompilerServices;
using AiAttribution.Core.Members;
using AiAttribution.Core.Text;
using AiAttribution.Shared.Members;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers;

/// <summary>
/// A file of the snapshot. What was found in a tree is kept as long as the tree, and what was judged of a member until the next text, so
/// that an edit costs what it touches.
/// </summary>
internal sealed class SnapshotFile(LineTable recorded, VerdictPolicy policy)
{
    private readonly ConditionalWeakTable<SyntaxTree, FileMembers> _trees = new();
    private MemberMemory _memory = MemberMemory.Empty;

    /// <summary>The members of the file, as its text is now, that have AI lines.</summary>
    public FileMembers Read(SyntaxTree tree, CancellationToken cancel)
    {
        if (_trees.TryGetValue(tree, out FileMembers? known))
            return known;
        MemberReader reader = new(tree, recorded, policy, _memory, cancel);
        FileMembers members = reader.Read();
        _memory = reader.Memory;
        return _trees.GetValue(tree, _ => members);
    }
}

/// <summary>Members of one text, in order of position.</summary>
/// <param name="Path">Path of the file in the snapshot.</param>
/// <param name="Lines">The lines of the text.</param>
/// <param name="Members">Those with AI lines.</param>
internal sealed record FileMembers(string Path, TextLines Lines, IReadOnlyList<FoundMember> Members)
{
    /// <summary>What was reported of them; null before that.</summary>
    public IReadOnlyList<Diagnostic>? Reported { get; set; }
}

/// <summary>A member where it stands in a text.</summary>
/// <param name="Syntax">Its declaration.</param>
/// <param name="FirstLine">Number of its first line, 1-based.</param>
/// <param name="Judged">What is known of it.</param>
internal readonly record struct FoundMember(MemberSyntax Syntax, int FirstLine, JudgedMember Judged);
