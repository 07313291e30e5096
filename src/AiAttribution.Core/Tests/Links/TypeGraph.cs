using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>All types of all assemblies, and how they relate. What lies in other assemblies is not known and resolves to nothing.</summary>
internal sealed class TypeGraph
{
    /// <summary>Of one type, and of all together: hierarchies of damaged assemblies must not fill the memory.</summary>
    private const int MostAbove = 2_000;
    private const int MostAboveAll = 5_000_000;

    private readonly IReadOnlyList<AssemblyModel> _assemblies;
    private readonly Dictionary<string, AssemblyModel> _byName;
    private readonly Dictionary<TypeId, HashSet<TypeId>> _above = [];
    private Dictionary<TypeId, List<TypeId>>? _below;
    private int _known;

    public TypeGraph(IReadOnlyList<AssemblyModel> assemblies)
    {
        _assemblies = assemblies;
        _byName = assemblies.GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The type that a handle names; null when it is of none of the assemblies.</summary>
    public TypeId? Resolve(AssemblyModel from, EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return new TypeId(from, (TypeDefinitionHandle)handle);
            case HandleKind.TypeReference:
                var reference = (TypeReferenceHandle)handle;
                AssemblyModel? assembly = MetadataNames.AssemblyOf(from.Reader, reference) is { } name ? _byName.GetValueOrDefault(name) : from;
                return assembly is not null && assembly.Types.TryGetValue(MetadataNames.Of(from.Reader, reference), out TypeDefinitionHandle type) ? new TypeId(assembly, type) : null;
            case HandleKind.TypeSpecification:
                return GenericDefinition(from, (TypeSpecificationHandle)handle) is { IsNil: false } definition ? Resolve(from, definition) : null;
            default:
                return null;
        }
    }

    /// <summary>The types of that full name, in whichever of the assemblies.</summary>
    public List<TypeId> Named(string name) =>
        [.. _assemblies.Where(a => a.Types.ContainsKey(name)).Select(a => new TypeId(a, a.Types[name]))];

    /// <summary>Base types and interfaces of a type, near ones first, itself left out.</summary>
    /// <exception cref="BadImageFormatException">There is no end of them.</exception>
    public IReadOnlySet<TypeId> Above(TypeId type)
    {
        if (_above.TryGetValue(type, out HashSet<TypeId>? above))
            return above;
        above = [];
        var pending = new Queue<TypeId>([type]);
        while (pending.TryDequeue(out TypeId below))
        {
            foreach (TypeId found in HandlesAbove(below).Select(h => Resolve(below.Assembly, h)).OfType<TypeId>().Where(above.Add))
                pending.Enqueue(found);
            if (above.Count > MostAbove || _known + above.Count > MostAboveAll)
                throw new BadImageFormatException("A type has more base types than any that people write.");
        }

        _known += above.Count;
        return _above[type] = above;
    }

    /// <summary>What a type says that it derives from and implements, in this assembly or any other.</summary>
    public static IEnumerable<EntityHandle> HandlesAbove(TypeId type) =>
        type.Definition.GetInterfaceImplementations().Select(i => type.Assembly.Reader.GetInterfaceImplementation(i).Interface).Prepend(type.Definition.BaseType).Where(h => !h.IsNil);

    /// <summary>Types that derive from or implement a type.</summary>
    public IReadOnlyList<TypeId> Below(TypeId type)
    {
        if (_below is null)
        {
            _below = [];
            foreach (TypeId one in _assemblies.SelectMany(a => a.Types.Values.Select(t => new TypeId(a, t))))
            {
                foreach (TypeId above in Above(one))
                    (_below.TryGetValue(above, out List<TypeId>? types) ? types : _below[above] = []).Add(one);
            }
        }

        return _below.GetValueOrDefault(type) ?? [];
    }

    /// <summary>A specification is a signature: GENERICINST (0x15), CLASS or VALUETYPE, then the type (ECMA-335, II.23.2.12), which is no specification. Arrays and parameters have no methods of ours.</summary>
    private static EntityHandle GenericDefinition(AssemblyModel from, TypeSpecificationHandle handle)
    {
        BlobReader signature = from.Reader.GetBlobReader(from.Reader.GetTypeSpecification(handle).Signature);
        if (signature.RemainingBytes < 3 || signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle() is { Kind: not HandleKind.TypeSpecification } definition ? definition : default;
    }
}
