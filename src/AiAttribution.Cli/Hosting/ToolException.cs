namespace AiAttribution.Cli.Hosting;

/// <summary>The tool cannot answer. Each message is shown as one line: what, where, way out.</summary>
internal sealed class ToolException(params string[] messages) : Exception(messages[0])
{
    public IReadOnlyList<string> Messages { get; } = messages;
}
