namespace AiAttribution.Reports.Html;

/// <summary>Cells that stand together under a name.</summary>
/// <param name="Name">Name of the group, such as a path; its end tells most.</param>
/// <param name="Cells">Its cells, the largest first.</param>
internal sealed record TreemapGroup(string Name, IReadOnlyList<TreemapCell> Cells)
{
    public long Size => Cells.Sum(c => c.Size);
}
