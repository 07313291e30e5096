using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs.Explain;

/// <summary>Writes an explanation as labels and sentences.</summary>
internal static class ExplainWriter
{
    private const int LabelWidth = 12;

    public static void Write(TextWriter output, Explanation explanation)
    {
        output.Write($"{Printable.Of(explanation.Headline)}\n\n");
        string before = "";
        foreach ((string label, string text) in explanation.Chain())
        {
            output.Write($"  {(label == before ? "" : label).PadRight(LabelWidth)}{Printable.Of(text)}\n");
            before = label;
        }
    }
}
