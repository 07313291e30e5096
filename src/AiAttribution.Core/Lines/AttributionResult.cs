namespace AiAttribution.Core.Lines;

/// <summary>Attribution of a revision: the files that have AI or unknown lines, and where those lines come from.</summary>
/// <param name="Commit">Full id of the attributed commit.</param>
/// <param name="Sources">Sources that runs refer to by index.</param>
/// <param name="Files">
/// Files by path with <c>/</c>. With the default scan a tracked file that is missing here has no AI line and no unknown line: every line is <see cref="LineState.Other"/>.
/// </param>
internal sealed record AttributionResult(
    string Commit,
    IReadOnlyList<LineSource> Sources,
    IReadOnlyDictionary<string, FileAttribution> Files);
