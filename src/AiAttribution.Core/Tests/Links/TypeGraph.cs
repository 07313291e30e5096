using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>All types of all assemblies, and how they relate. What lies in other assemblies is not known and resolves to nothing.</summary>
internal sealed class TypeGraph
{
    private const int Deepest = 200;

    private readonly IReadOnlyList<AssemblyModel> _assemblies;
    private readonly Dictionary<string, AssemblyModel> _byName;
    private readonly Dictionary<TypeId, HashSet<TypeId>> _above = [];
    private Dictionary<TypeId, List<TypeId>>? _below;

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
                return GenericDefinition(from, (TypeSpecificationHandle)handle) is { IsNil: false, Kind: not HandleKind.TypeSpecification } definition ? Resolve(from, definition) : null;
            default:
                return null;
        }
    }

    /// <summary>Base types and interfaces of a type, near ones first, itself left out.</summary>
    /// <exception cref="BadImageFormatException">Too many lie above each other.</exception>
    public IReadOnlySet<TypeId> Above(TypeId type) => Above(type, 0);

    private HashSet<TypeId> Above(TypeId type, int depth)
    {
        if (_above.TryGetValue(type, out HashSet<TypeId>? above))
            return above;
        if (depth > Deepest)
            throw new BadImageFormatException("types derive from each other too often");
        _above[type] = above = [];
        IEnumerable<EntityHandle> handles = type.Definition.GetInterfaceImplementations().Select(i => type.Assembly.Reader.GetInterfaceImplementation(i).Interface).Prepend(type.Definition.BaseType);
        foreach (EntityHandle handle in handles.Where(h => !h.IsNil))
        {
            if (Resolve(type.Assembly, handle) is { } found && above.Add(found))
                above.UnionWith(Above(found, depth + 1));
        }

        return above;
    }

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

    /// <summary>A specification is a signature: GENERICINST (0x15), CLASS or VALUETYPE, then the type (ECMA-335, II.23.2.12). Arrays and parameters have no methods of ours.</summary>
    private static EntityHandle GenericDefinition(AssemblyModel from, TypeSpecificationHandle handle)
    {
        BlobReader signature = from.Reader.GetBlobReader(from.Reader.GetTypeSpecification(handle).Signature);
        if (signature.RemainingBytes < 3 || signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle();
    }
}
