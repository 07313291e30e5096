namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>A file in git that may hold session records. Anybody may have written it.</summary>
/// <param name="Path">Path from the repository root; below the full name of the reference where it is not of the attributed commit.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record RecordedFile(string Path, ReadOnlyMemory<byte> Content);
