namespace AiAttribution.Core.Model;

/// <summary>One occurrence of an <see cref="BuildProblemKind"/>.</summary>
/// <param name="Diagnostic">What kind of trouble.</param>
/// <param name="Message">One line: what is missing or wrong, and what that means for the attribution.</param>
/// <param name="Remedy">The command or sentence that mends it; null when there is none.</param>
/// <param name="File">The file that is wrong, as a path from the repository root or as the user gave it; null when it is not about a file.</param>
/// <param name="Line">Line in <paramref name="File"/>, 1-based; 0 when not known.</param>
/// <param name="Column">Column in <paramref name="File"/>, 1-based; 0 when not known.</param>
internal sealed record BuildProblem(
    BuildProblemKind Diagnostic,
    string Message,
    string? Remedy = null,
    string? File = null,
    int Line = 0,
    int Column = 0)
{
    /// <summary>Message and remedy on one line, as a build log shows them.</summary>
    public string Text => Flatten(Remedy is null ? Message : $"{Message}{(Message.EndsWith('.') || Message.EndsWith('?') ? "" : ".")} {Remedy}");

    private static string Flatten(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
