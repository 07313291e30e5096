using System.CommandLine;

namespace AiAttribution.Cli.Hosting;

/// <summary>A verb with examples for its help.</summary>
internal sealed class VerbCommand(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
