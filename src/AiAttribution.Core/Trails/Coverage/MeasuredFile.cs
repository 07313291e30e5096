namespace AiAttribution.Core.Trails.Coverage;

/// <summary>One source file of a coverage report.</summary>
/// <param name="Name">Name as the report has it: a path of the machine that measured, a relative path or a URL.</param>
/// <param name="Hits">How often each executable line ran, by line, 1-based.</param>
public sealed record MeasuredFile(string Name, IReadOnlyDictionary<int, long> Hits);
