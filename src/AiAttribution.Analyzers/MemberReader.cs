using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Text;
using AiAttribution.Shared.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Finds the members of a text that have AI lines, and judges those of which text or lines are not as they were.</summary>
/// <param name="tree">The text as it is now.</param>
/// <param name="recorded">Its file as the snapshot has it.</param>
/// <param name="policy">When a member is AI-heavy.</param>
/// <param name="before">What was judged of the text before.</param>
/// <param name="cancel">Stops it.</param>
internal sealed class MemberReader(SyntaxTree tree, LineTable recorded, VerdictPolicy policy, MemberMemory before, CancellationToken cancel)
{
    private readonly char[] _buffer = new char[LineScanner.BufferSize];
    private (SyntaxNode? Node, string Names) _parent = (null, "");

    /// <summary>What was judged of this text.</summary>
    public MemberMemory Memory { get; } = new(tree.Options);

    /// <summary>The members, in order of position.</summary>
    public FileMembers Read()
    {
        SourceText text = tree.GetText(cancel);
        TextLines lines = SourceTextLines.Read(text, cancel);
        LineTable table = SnapshotAlignment.Apply(recorded, lines.Hashes);
        List<FoundMember> members = [];
        foreach (MemberSyntax member in MemberSyntaxFinder.Find(tree.FilePath, tree.GetRoot(cancel), cancel))
        {
            int first = lines.LineAt(member.Span.Start) + 1;
            if (HasAiLine(table, first, lines.LineAt(member.Span.End - 1) + 1))
                members.Add(new FoundMember(member, first, Judge(member, first, text, table, lines)));
        }

        return new FileMembers(recorded.Path, lines, members);
    }

    private static bool HasAiLine(LineTable table, int first, int last)
    {
        for (int line = first; line <= last; line++)
        {
            if (table.IsJudged(line))
                return true;
        }

        return false;
    }

    private JudgedMember Judge(MemberSyntax member, int first, SourceText text, LineTable table, TextLines lines)
    {
        // Symbols decide what of a member with directives is code, and they come from elsewhere.
        if (member.Node.ContainsDirectives)
            return JudgedMember.Of(MemberNames.Of(member.Node), MemberCodeLines.Of(member, lines), first, table, policy);
        MemberKey key = KeyOf(member, text);
        JudgedMember? known = before.Find(key, tree.Options);
        JudgedMember judged = known switch
        {
            null => JudgedMember.Of(MemberNames.Of(member.Node), MemberCodeLines.Of(member, lines), first, table, policy),
            _ when known.Holds(first, table) => known,
            _ => JudgedMember.Of(known.Name, known.CodeLinesFrom(first), first, table, policy),
        };
        Memory.Add(key, judged);
        return judged;
    }

    /// <summary>The text of a member and the types around it. An accessor has its name from its property.</summary>
    private MemberKey KeyOf(MemberSyntax member, SourceText text)
    {
        SyntaxNode named = member.Node is AccessorDeclarationSyntax { Parent.Parent: SyntaxNode property } ? property : member.Node;
        if (_parent.Node != named.Parent)
            _parent = (named.Parent, MemberNames.TypesOf(named));
        TextSpan span = TextSpan.FromBounds(Math.Min(named.SpanStart, member.Span.Start), member.Span.End);
        return new MemberKey(_parent.Names, member.Span.Start - span.Start, span.Length, TextHash.Of(text, span, _buffer));
    }
}
