using AiAttribution.Core.Lines;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>What history says of one line.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="Source">Index into <see cref="LineTable.Sources"/> of an AI line; -1 for any other.</param>
internal readonly record struct AttributedLine(LineState State, int Source)
{
    private const int NoSource = -1;

    /// <summary>History missing, line not committed, or changed since it was recorded.</summary>
    public static AttributedLine Unknown => new(LineState.Unknown, NoSource);

    /// <summary>History known, no AI evidence.</summary>
    public static AttributedLine Other => new(LineState.Other, NoSource);

    /// <summary>A line with AI evidence.</summary>
    /// <param name="source">Index of its source.</param>
    public static AttributedLine Ai(int source) => new(LineState.Ai, source);
}

/// <summary>The lines of one file, on which its members are judged. The three arrays have one element for each line.</summary>
/// <param name="Path">Path with <c>/</c>: from the repository root, in a snapshot from the project's directory, where it may begin with <c>../</c>.</param>
/// <param name="Measurement">Whether tests were measured on this text.</param>
/// <param name="Hashes">Hash of each line's characters without whitespace.</param>
/// <param name="Lines">State and source of each line.</param>
/// <param name="Coverage">What tests say of each line.</param>
/// <param name="Sources">Sources that lines refer to; files of one project share them.</param>
internal sealed record LineTable(
    string Path,
    FileMeasurement Measurement,
    uint[] Hashes,
    AttributedLine[] Lines,
    LineCoverage[] Coverage,
    IReadOnlyList<AiSource> Sources)
{
    /// <summary>Simple names of the test assemblies that were searched for references to its members, in order; empty where none were.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>Source of an AI line, also of one of the baseline; null for any other line.</summary>
    /// <param name="line">Number of the line, 1-based.</param>
    public AiSource? SourceOf(int line) => Lines[line - 1] is { State: LineState.Ai } ai ? Sources[ai.Source] : null;

    /// <summary>Whether a line counts as AI when its member is judged: AI lines of the baseline do not.</summary>
    /// <param name="line">Number of the line, 1-based.</param>
    public bool IsJudged(int line) => SourceOf(line) is { BeforeBaseline: false };
}
