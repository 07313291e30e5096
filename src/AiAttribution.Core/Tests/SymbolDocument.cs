using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests;

/// <summary>A source file as debugging symbols describe it.</summary>
/// <param name="Name">Name as the compiler was given it, or below <c>/_/</c> in a deterministic build.</param>
/// <param name="Checksum">Checksum of the text that was compiled; null when there is none that is known.</param>
/// <param name="Executable">Lines with a sequence point, 1-based; of a statement on several lines all of them, as coverage tools count.</param>
internal sealed record SymbolDocument(string Name, SourceChecksum? Checksum, IReadOnlySet<int> Executable);
