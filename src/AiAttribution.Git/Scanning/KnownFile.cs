using AiAttribution.Core.Lines;

namespace AiAttribution.Git.Scanning;

/// <summary>A file in the result of an earlier scan.</summary>
/// <param name="File">Its lines; null when every one of them is <see cref="LineState.Other"/>.</param>
/// <param name="Sources">Sources of that scan.</param>
internal sealed record KnownFile(FileAttribution? File, IReadOnlyList<LineSource> Sources);
