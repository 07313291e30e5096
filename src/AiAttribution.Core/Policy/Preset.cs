using System.Text;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy;

/// <summary>The policies that <c>extends</c> names. Each is a policy file of its own, <c>nuget/presets/NAME.json</c>, that is part of this assembly.</summary>
internal static class Preset
{
    /// <summary>Their names, the least demanding first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["report-only", "disclose", "tested", "regulated", "none-allowed"];

    /// <summary>The rules of a preset.</summary>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static IReadOnlyList<PolicyRule> Rules(string name) =>
        PolicyReader.Read(Text(name), name).Policy?.Rules ?? throw new ArgumentException($"the preset '{name}' cannot be read", nameof(name));

    private static string Text(string name)
    {
        using Stream stream = typeof(Preset).Assembly.GetManifestResourceStream($"presets/{name}.json")
            ?? throw new ArgumentException($"there is no preset '{name}'", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
