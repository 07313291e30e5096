using System.Reflection;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Finds methods by what may call them. Where it is not sure which one is meant it gives all that it may be.</summary>
internal sealed class MethodTable
{
    private readonly TypeGraph _types;
    private readonly MethodResolver _resolver;
    private readonly ILookup<string, AssemblyModel> _assemblies;
    private readonly Dictionary<TypeId, ILookup<string, MethodId>> _byName = [];

    public MethodTable(IReadOnlyList<AssemblyModel> assemblies, TypeGraph types)
    {
        _types = types;
        _resolver = new MethodResolver(types);
        _assemblies = assemblies.ToLookup(a => a.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The same method where its assembly was built for another framework, too.</summary>
    public IEnumerable<MethodId> Siblings(MethodId method)
    {
        AssemblyModel[] others = [.. _assemblies[method.Assembly.Name].Where(a => a != method.Assembly)];
        if (others.Length == 0)
            yield break;
        string type = method.Type.Name;
        string name = SimpleName(method);
        foreach (AssemblyModel other in others)
        {
            if (!other.Types.TryGetValue(type, out TypeDefinitionHandle found))
                continue;
            foreach (MethodId sibling in Named(new TypeId(other, found), name))
                yield return sibling;
        }
    }

    /// <summary>The method that a reference to a type of ours names; all of its name, or all of the type, when none has its signature.</summary>
    public List<MethodId> Called(AssemblyModel from, EntityHandle reference, TypeId type)
    {
        if (_resolver.Resolve(from, reference) is { } method)
            return [method];
        string name = from.Reader.GetString(from.Reader.GetMemberReference((MemberReferenceHandle)reference).Name);
        List<MethodId> named = [.. _types.Above(type).Prepend(type).SelectMany(t => Named(t, Last(name)))];
        return named.Count > 0 ? named : [.. type.Methods];
    }

    /// <summary>What a call of a virtual method may run: each method of that name in each type below, and those that say that they implement it.</summary>
    public IEnumerable<MethodId> Overrides(MethodId method)
    {
        if ((method.Definition.Attributes & MethodAttributes.Virtual) == 0)
            return [];
        string name = SimpleName(method);
        int parameters = Parameters(method);
        return _types.Below(method.Type).SelectMany(t => _types.Above(t).Prepend(t)).Distinct()
            .SelectMany(t => Named(t, name).Where(m => Parameters(m) == parameters).Concat(Implementations(t, method)));
    }

    /// <summary>Whether something outside of the assemblies may call a method of a type that is in use: accessors, the static constructor, and what overrides or implements a method from there.</summary>
    public bool IsFoundFromOutside(MethodId method)
    {
        MethodAttributes attributes = method.Definition.Attributes;
        if (method.Name == ".cctor" || ((attributes & MethodAttributes.SpecialName) != 0 && (method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal))))
            return true;
        if ((attributes & MethodAttributes.Virtual) == 0)
            return false;
        TypeId type = method.Type;
        IReadOnlySet<TypeId> above = _types.Above(type);
        if (above.Prepend(type).Any(t => t.Definition.GetInterfaceImplementations().Any(i => _types.Resolve(t.Assembly, t.Assembly.Reader.GetInterfaceImplementation(i).Interface) is null)))
            return true;
        string name = SimpleName(method);
        return (attributes & MethodAttributes.NewSlot) == 0 && !above.SelectMany(t => Named(t, name)).Any(m => (m.Definition.Attributes & MethodAttributes.Virtual) != 0 && Parameters(m) == Parameters(method));
    }

    private IEnumerable<MethodId> Implementations(TypeId type, MethodId method) => type.Definition.GetMethodImplementations()
        .Select(type.Assembly.Reader.GetMethodImplementation)
        .Where(i => i.MethodBody.Kind == HandleKind.MethodDefinition && _resolver.Resolve(type.Assembly, i.MethodDeclaration) == method)
        .Select(i => new MethodId(type.Assembly, (MethodDefinitionHandle)i.MethodBody));

    private IEnumerable<MethodId> Named(TypeId type, string name)
    {
        if (!_byName.TryGetValue(type, out ILookup<string, MethodId>? methods))
            _byName[type] = methods = type.Methods.ToLookup(SimpleName, StringComparer.Ordinal);
        return methods[name];
    }

    /// <summary>The name without the interface that an explicit implementation has in front.</summary>
    private static string SimpleName(MethodId method) => Last(method.Name);

    private static string Last(string name) => name.LastIndexOf('.') is > 0 and int dot ? name[(dot + 1)..] : name;

    private static int Parameters(MethodId method)
    {
        BlobReader signature = method.Assembly.Reader.GetBlobReader(method.Definition.Signature);
        SignatureHeader header = signature.ReadSignatureHeader();
        if (header.IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }
}
