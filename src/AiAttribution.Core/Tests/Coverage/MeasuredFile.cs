namespace AiAttribution.Core.Tests.Coverage;

/// <summary>One source file of a coverage report.</summary>
/// <param name="Name">Name as the report has it: a path of the machine that measured, a relative path or a URL.</param>
/// <param name="Hits">How often each executable line ran, by line, 1-based.</param>
internal sealed record MeasuredFile(string Name, IReadOnlyDictionary<int, long> Hits)
{
    private static readonly HashSet<int> Nothing = [];

    /// <summary>Lines that ran, but not all of them: a branch was never taken, or a part of the line never reached.</summary>
    public IReadOnlySet<int> Partial { get; init; } = Nothing;

    /// <summary>Assembly that was measured, without folder and extension; null when the report does not tell.</summary>
    public string? Module { get; init; }

    /// <summary>Checksum of the text that was measured; null when the report has none.</summary>
    public SourceChecksum? Checksum { get; init; }
}
