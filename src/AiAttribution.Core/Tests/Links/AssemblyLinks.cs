namespace AiAttribution.Core.Tests.Links;

/// <summary>Which assemblies refer to which, by their simple names.</summary>
internal sealed class AssemblyLinks
{
    private readonly ILookup<string, string> _to;
    private readonly ILookup<string, string> _from;

    public AssemblyLinks(IEnumerable<AssemblyModel> assemblies)
    {
        (string From, string To)[] links = [.. assemblies.SelectMany(a => References(a).Select(to => (a.Name, to))).Distinct()];
        _to = links.ToLookup(l => l.From, l => l.To, StringComparer.OrdinalIgnoreCase);
        _from = links.ToLookup(l => l.To, l => l.From, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names of assemblies that refer to one.</summary>
    public IEnumerable<string> To(string assembly) => _from[assembly];

    /// <summary>Names of all assemblies that a call chain into one may pass: what refers to it, however far away, with all that those refer to.</summary>
    public IReadOnlySet<string> Around(string assembly) => Follow(Follow([assembly], _from), _to);

    /// <summary>Names of the assemblies that one refers to.</summary>
    public static IEnumerable<string> References(AssemblyModel assembly) =>
        assembly.Reader.AssemblyReferences.Select(r => assembly.Reader.GetString(assembly.Reader.GetAssemblyReference(r).Name));

    private static HashSet<string> Follow(IEnumerable<string> start, ILookup<string, string> links)
    {
        var found = new HashSet<string>(start, StringComparer.OrdinalIgnoreCase);
        var pending = new Queue<string>(found);
        while (pending.TryDequeue(out string? name))
        {
            foreach (string next in links[name].Where(found.Add))
                pending.Enqueue(next);
        }

        return found;
    }
}
