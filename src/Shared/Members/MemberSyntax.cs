using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Shared.Members;

/// <summary>A member as the parser sees it.</summary>
/// <param name="Node">Its declaration; the whole compilation unit for top-level code.</param>
/// <param name="Span">From its first token after attributes to its last.</param>
/// <param name="Identifier">Where a warning belongs.</param>
internal readonly record struct MemberSyntax(SyntaxNode Node, TextSpan Span, SyntaxToken Identifier);
