using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments;

/// <summary>Which paths belong to which service. A service that is not listed stands for the whole repository.</summary>
/// <param name="Services">Patterns of paths, by the name that deployments give the service.</param>
internal sealed record ServiceMap(IReadOnlyDictionary<string, IReadOnlyList<Glob>> Services)
{
    /// <summary>Every service stands for the whole repository.</summary>
    public static ServiceMap None { get; } = new(new Dictionary<string, IReadOnlyList<Glob>>());

    /// <summary>Whether a deployment of the service can bring one of these paths.</summary>
    /// <param name="service">The service.</param>
    /// <param name="paths">Paths of a change; empty when they are not known, which any service may bring.</param>
    public bool Brings(string service, IReadOnlyList<string> paths) =>
        !Services.TryGetValue(service, out IReadOnlyList<Glob>? patterns) || paths.Count == 0 || paths.Any(path => patterns.Any(p => p.Matches(path)));
}
