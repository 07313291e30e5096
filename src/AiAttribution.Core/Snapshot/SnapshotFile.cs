using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Snapshot;

/// <summary>The recorded lines of one file. The three arrays have one element for each line.</summary>
/// <param name="Path">Path relative to the project's directory, with <c>/</c>; may begin with <c>../</c>.</param>
/// <param name="Measurement">Whether tests were measured on this text.</param>
/// <param name="Hashes">Hash of each line's characters without whitespace (<see cref="TextLines"/>).</param>
/// <param name="Marks">For each line the index of its AI source, or <see cref="LineMark.Other"/> or <see cref="LineMark.Unknown"/>.</param>
/// <param name="Coverage">What tests say of each line.</param>
public sealed record SnapshotFile(
    string Path,
    FileMeasurement Measurement,
    uint[] Hashes,
    int[] Marks,
    LineCoverage[] Coverage);
