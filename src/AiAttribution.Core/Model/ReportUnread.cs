using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Core.Model;

/// <summary>AI lines of files that hold code in another form than C#, so their members are not known and nothing of them is judged.</summary>
/// <param name="Extension">End of their names, such as <c>.razor</c>.</param>
/// <param name="AiLines">Their AI lines as they are committed.</param>
/// <param name="Files">Files with such lines.</param>
internal sealed record ReportUnread(string Extension, int AiLines, int Files)
{
    /// <summary>The same as a sentence.</summary>
    public string Text => $"{Count(AiLines, "AI line")} in {Number(Files)} {Extension} {(Files == 1 ? "file" : "files")} {(AiLines == 1 ? "is" : "are")} not judged.";
}
