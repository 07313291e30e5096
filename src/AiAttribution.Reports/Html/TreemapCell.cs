namespace AiAttribution.Reports.Html;

/// <summary>One area of a treemap.</summary>
/// <param name="Label">What is written into it, where there is room.</param>
/// <param name="Told">What is said of it in full.</param>
/// <param name="Size">What its area stands for.</param>
/// <param name="Pattern">Fill, 0 to 5.</param>
internal sealed record TreemapCell(string Label, string Told, long Size, int Pattern);
