using AiAttribution.Core.Lines;

namespace AiAttribution.Git.Scanning.Lines;

/// <summary>Runs of a file in order; neighbours that continue each other are joined.</summary>
internal sealed class RunList
{
    private readonly List<LineRun> _runs = [];

    public int LineCount => _runs.Count == 0 ? 0 : _runs[^1].Last;

    /// <param name="count">Number of lines.</param>
    /// <param name="state">Their state.</param>
    /// <param name="source">Index of the source; -1 when not kept.</param>
    /// <param name="originLine">1-based line in the source; 0 when not known.</param>
    public void Add(int count, LineState state, int source, int originLine)
    {
        if (count == 0)
            return;
        if (_runs.Count > 0 && _runs[^1] is var last && last.State == state && last.Source == source
            && (last.OriginLine == 0 ? originLine == 0 : originLine == last.OriginLine + last.Count))
            _runs[^1] = last with { Count = last.Count + count };
        else
            _runs.Add(new LineRun(LineCount + 1, count, state, source, originLine));
    }

    public LineRun[] ToArray() => [.. _runs];
}
