using System.Collections.Frozen;

namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>The names of agents and what else they are called in trailers, notes and policy files.</summary>
internal static class AgentNames
{
    /// <summary>It is AI, and nobody says which.</summary>
    public const string Unknown = "unknown";

    private const int MaximumLength = 40;

    // Written name -> catalogue name. Catalogue names are known without being listed.
    private static readonly FrozenDictionary<string, string> Known = CatalogueFile.Of("name")
        .SelectMany(row => new[] { (row.Pattern, row.Agent), (row.Agent, row.Agent) })
        .DistinctBy(name => name.Item1, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(name => name.Item1, name => name.Item2, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Traits = CatalogueFile.Of("name")
        .Where(row => row.Trait.Length > 0)
        .ToFrozenDictionary(row => row.Pattern, row => row.Trait, StringComparer.OrdinalIgnoreCase);

    /// <summary>Catalogue name for a written name; the written name in lower case when it is a plain word the catalogue does not have; else <see cref="Unknown"/>.</summary>
    public static string Canonical(string written)
    {
        if (Find(written) is { } known)
            return known;
        string plain = written.Trim().ToLowerInvariant();
        bool word = plain.Length is > 0 and <= MaximumLength && plain.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        return word ? plain : Unknown;
    }

    /// <summary>Catalogue name for a written name; null when the catalogue does not have it.</summary>
    internal static string? Find(string written) => Known.GetValueOrDefault(written.Trim());

    /// <summary>Whether the name alone could as well be a person's, or a word, behind <c>Assisted-by</c>.</summary>
    internal static bool IsAmbiguous(string written) => Traits.GetValueOrDefault(written.Trim()) == "person";

    /// <summary>Whether the name alone could as well be a person's, an everyday word or somebody's handle.</summary>
    internal static bool IsWord(string written) => Traits.ContainsKey(written.Trim());

    /// <summary>Who gives the session ids of an agent: the first half of a <see cref="SessionKey"/>.</summary>
    public static string Provider(string written) => Canonical(written) is var agent && agent == "claude-code" ? "claude" : agent;
}
