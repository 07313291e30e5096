using AiAttribution.Core.Model;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>Environment notes on one line.</summary>
internal static class ProblemText
{
    public static string Of(BuildProblem note)
    {
        string place = note.File is null ? "" : note.Line > 0 ? $"{note.File}({note.Line},{note.Column}): " : $"{note.File}: ";
        return Printable.Of($"{note.Diagnostic.Code}: {place}{note.Text}");
    }
}
