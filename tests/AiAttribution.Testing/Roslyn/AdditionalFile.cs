using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Testing.Roslyn;

/// <summary>An additional file in memory.</summary>
public sealed class AdditionalFile(string path, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
