using AiAttribution.Core.Text;

namespace AiAttribution.Tasks;

/// <summary>Texts and names of a repository on their way to the log of a build.</summary>
internal static class LogText
{
    /// <summary>The text as it may be printed here: in a pipeline no line of it is an order.</summary>
    public static string Of(string text) => Of(text, Environment.GetEnvironmentVariable);

    /// <inheritdoc cref="Of(string)"/>
    internal static string Of(string text, Func<string, string?> variable) => PipelineText.IsRead(variable)
        ? string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(PipelineText.Broken))
        : text;
}
