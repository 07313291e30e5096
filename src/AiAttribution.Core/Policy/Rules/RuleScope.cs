using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Where a rule holds; what is left empty does not limit it.</summary>
internal sealed record RuleScope
{
    /// <summary>Everywhere.</summary>
    public static RuleScope Everywhere { get; } = new();

    /// <summary>Paths it is for. A commit is in scope when it changed one of them.</summary>
    public IReadOnlyList<Glob> Paths { get; init; } = [];

    /// <summary>Paths it is not for.</summary>
    public IReadOnlyList<Glob> Except { get; init; } = [];

    /// <summary>Names of branches.</summary>
    public IReadOnlyList<Glob> Branches { get; init; } = [];

    /// <summary>Classes of commit authors.</summary>
    public IReadOnlyList<AuthorClass> Authors { get; init; } = [];

    /// <summary>Tag, commit or date: work up to it is out of scope. Null for none.</summary>
    public string? Since { get; init; }

    /// <summary>Whether the scope asks for paths.</summary>
    public bool HasPaths => Paths.Count + Except.Count > 0;

    /// <summary>Whether a path is in scope.</summary>
    public bool Contains(string path) =>
        (Paths.Count == 0 || Paths.Any(p => p.Matches(path))) && !Except.Any(p => p.Matches(path));
}

/// <summary>What is known of who made a commit. There is no class for a person: rules never single people out.</summary>
internal enum AuthorClass
{
    /// <summary>Not known to be a machine.</summary>
    Unknown,

    /// <summary>An agent of the catalogue, or an account that calls itself a bot.</summary>
    Bot,
}
