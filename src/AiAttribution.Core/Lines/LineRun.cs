namespace AiAttribution.Core.Lines;

/// <summary>Consecutive lines of one file that share state and source.</summary>
/// <param name="First">First line, 1-based.</param>
/// <param name="Count">Number of lines, at least 1.</param>
/// <param name="State">State of all of them.</param>
/// <param name="Source">Index into <see cref="AttributionResult.Sources"/>; -1 when the source was not kept or is not known.</param>
/// <param name="OriginLine">Line number, 1-based, of the first line in the source commit's version of the file; 0 when not known.</param>
internal readonly record struct LineRun(int First, int Count, LineState State, int Source, int OriginLine)
{
    /// <summary>Last line, 1-based.</summary>
    public int Last => First + Count - 1;
}
