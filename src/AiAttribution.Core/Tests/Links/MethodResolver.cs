using System.Reflection;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Finds the methods that a call may reach.</summary>
internal sealed class MethodResolver(TypeGraph types)
{
    /// <summary>The method that a handle names; null when it is of none of the assemblies.</summary>
    public MethodId? Resolve(AssemblyModel from, EntityHandle handle)
    {
        MetadataReader reader = from.Reader;
        return handle.Kind switch
        {
            HandleKind.MethodDefinition => new MethodId(from, (MethodDefinitionHandle)handle),
            HandleKind.MethodSpecification => Resolve(from, reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method),
            HandleKind.MemberReference => Resolve(from, reader.GetMemberReference((MemberReferenceHandle)handle)),
            _ => null,
        };
    }

    /// <summary>
    /// What a call of a method runs. A virtual or interface method runs that of the types that the test creates; where it creates none,
    /// that of the only type there is. With several to choose from nothing is said.
    /// </summary>
    public IEnumerable<MethodId> Targets(MethodId method, IReadOnlySet<TypeId> created)
    {
        MethodAttributes attributes = method.Definition.Attributes;
        if ((attributes & MethodAttributes.Virtual) == 0)
            return [method];
        MethodId[] overrides = [.. types.Below(method.Type).Select(t => Implementation(t, method)).OfType<MethodId>().Distinct()];
        MethodId[] made = [.. types.Below(method.Type).Where(created.Contains).Select(t => Implementation(t, method) ?? Inherited(t, method)).OfType<MethodId>().Distinct()];
        if ((attributes & MethodAttributes.Abstract) == 0)
            return made.Length == 0 || created.Contains(method.Type) ? [method, .. made] : made;
        return made.Length > 0 ? made : overrides.Length == 1 ? overrides : [];
    }

    private MethodId? Resolve(AssemblyModel from, MemberReference reference)
    {
        if (reference.GetKind() != MemberReferenceKind.Method || types.Resolve(from, reference.Parent) is not { } type)
            return null;
        string name = from.Reader.GetString(reference.Name);
        string shape = SignatureShape.Of(from.Reader, reference);
        foreach (TypeId at in types.Above(type).Prepend(type))
        {
            MethodId[] named = [.. at.Methods.Where(m => m.Name == name)];
            foreach (MethodId method in named)
            {
                if (method.Shape == shape)
                    return method;
            }
        }

        return null;
    }

    /// <summary>The type's own method of that name and shape, explicit implementations too; null when it has none with a body.</summary>
    private static MethodId? Implementation(TypeId type, MethodId method)
    {
        string name = method.Name;
        int parameters = method.Definition.GetParameters().Count;
        foreach (MethodId candidate in type.Methods)
        {
            if ((candidate.Definition.Attributes & MethodAttributes.Abstract) == 0
                && (candidate.Name == name || candidate.Name.EndsWith("." + name, StringComparison.Ordinal))
                && candidate.Definition.GetParameters().Count == parameters
                && Arity(candidate) == Arity(method))
                return candidate;
        }

        return null;
    }

    private MethodId? Inherited(TypeId type, MethodId method) =>
        types.Above(type).Where(t => t != method.Type).Select(t => Implementation(t, method)).FirstOrDefault(m => m is not null);

    private static int Arity(MethodId method) => method.Definition.GetGenericParameters().Count;
}
