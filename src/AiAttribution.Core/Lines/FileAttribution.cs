namespace AiAttribution.Core.Lines;

/// <summary>State of every line of one file.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="LineCount">Number of lines; a last line without line end counts.</param>
/// <param name="Runs">Runs in order of lines that together cover all lines exactly once.</param>
internal sealed record FileAttribution(string Path, int LineCount, IReadOnlyList<LineRun> Runs)
{
    /// <summary>Number of lines of which it is not known whether they are AI, those of commits that are AI in part among them.</summary>
    public int Unknown => Count(LineState.Unknown) + Count(LineState.InPart);

    /// <summary>Number of lines in a state.</summary>
    public int Count(LineState state)
    {
        int count = 0;
        foreach (LineRun run in Runs)
        {
            if (run.State == state)
                count += run.Count;
        }

        return count;
    }
}
