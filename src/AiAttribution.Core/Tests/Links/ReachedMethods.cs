using System.Reflection.Emit;
using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>
/// The methods that a call chain from given ones may reach. In doubt a method is reached: a virtual call reaches every override, a type that is named with <c>typeof</c>
/// or as a type argument is reached with all its members, and so is what reflection, frameworks or a start of the program may find.
/// </summary>
internal sealed class ReachedMethods(IReadOnlyList<AssemblyModel> assemblies, TypeGraph types)
{
    private const int MostMethods = 3_000_000;

    private readonly MethodTable _methods = new(assemblies, types);
    private readonly HashSet<MethodId> _reached = [];
    private readonly HashSet<TypeId> _touched = [];
    private readonly HashSet<TypeId> _whole = [];
    private readonly HashSet<(AssemblyModel, EntityHandle)> _read = [];
    private readonly Queue<MethodId> _pending = new();
    private bool _reflects;

    /// <summary>Whether nothing can be told apart: code looks through whole assemblies, or there is too much of it.</summary>
    public bool IsEverything { get; private set; }

    public bool Contains(MethodId method) => IsEverything || _reached.Contains(method);

    /// <summary>Reaches a method, also where the same code was built for another framework.</summary>
    public void Reach(MethodId method)
    {
        if (!_reached.Add(method))
            return;
        _pending.Enqueue(method);
        foreach (MethodId sibling in _methods.Siblings(method))
            Reach(sibling);
    }

    /// <summary>Reaches all members of a type and of those that it derives from.</summary>
    public void ReachWhole(TypeId type)
    {
        if (!_whole.Add(type))
            return;
        Touch(type);
        foreach (MethodId method in type.Methods)
            Reach(method);
        foreach (TypeId above in types.Above(type))
            ReachWhole(above);
    }

    /// <summary>Reaches all members of the types that a handle names, type arguments too.</summary>
    public void ReachWhole(AssemblyModel from, EntityHandle type)
    {
        foreach (TypeId found in Named(from, type))
            ReachWhole(found);
    }

    /// <summary>Follows all calls to their ends.</summary>
    /// <exception cref="BadImageFormatException">An assembly is damaged.</exception>
    public void Run()
    {
        while (!IsEverything && _pending.TryDequeue(out MethodId method))
        {
            Touch(method.Type);
            foreach (MethodId target in _methods.Overrides(method))
                Reach(target);
            foreach ((EntityHandle handle, OpCode code) in method.Assembly.Body(method.Handle) is { } body ? CallReader.All(body) : [])
                Follow(method.Assembly, handle, code);
            IsEverything |= _reached.Count > MostMethods;
        }
    }

    private void Follow(AssemblyModel from, EntityHandle handle, OpCode code)
    {
        // What is named once more in one assembly adds nothing; only a token alone says that the whole type is meant.
        if (!_read.Add((from, handle)) && code != OpCodes.Ldtoken)
            return;
        MetadataReader reader = from.Reader;
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                Reach(new MethodId(from, (MethodDefinitionHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification generic = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                Arguments(from, NamedTypes.OfArguments(reader, generic), OwnerName(from, generic.Method));
                Follow(from, generic.Method, code);
                break;
            case HandleKind.MemberReference:
                Follow(from, reader.GetMemberReference((MemberReferenceHandle)handle), handle);
                break;
            case HandleKind.FieldDefinition:
                Touch(new TypeId(from, reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            default:
                Types(from, handle, code == OpCodes.Ldtoken);
                break;
        }
    }

    private void Follow(AssemblyModel from, MemberReference member, EntityHandle handle)
    {
        if (member.Parent.Kind == HandleKind.MethodDefinition)
            Reach(new MethodId(from, (MethodDefinitionHandle)member.Parent)); // variable arguments
        else if (types.Resolve(from, member.Parent) is not { } type)
            FollowOutside(from, member);
        else if (member.GetKind() == MemberReferenceKind.Field)
            Touch(type);
        else
            _methods.Called(from, handle, type).ForEach(Reach);
        if (member.Parent.Kind == HandleKind.TypeSpecification)
            Arguments(from, NamedTypes.OfType(from.Reader, (TypeSpecificationHandle)member.Parent), OwnerName(from, handle));
    }

    private void FollowOutside(AssemblyModel from, MemberReference member)
    {
        if (member.GetKind() == MemberReferenceKind.Field || OwnerName(from, member) is not { } type)
            return;
        switch (ReflectionCalls.Of(from.Reader, type, member))
        {
            case ReflectionUse.Everything:
                IsEverything = true;
                break;
            case ReflectionUse.Members when !_reflects:
                _reflects = true;
                foreach (TypeId touched in _touched.ToArray())
                    ReachWhole(touched);
                break;
        }
    }

    /// <summary>A library may do anything to a type that it is handed as an argument; the platform's containers only hold it.</summary>
    private void Arguments(AssemblyModel from, IEnumerable<EntityHandle> arguments, string? owner)
    {
        bool isHeld = owner is not null && PlatformNames.IsContainer(owner);
        foreach (TypeId type in arguments.Select(a => types.Resolve(from, a)).OfType<TypeId>())
        {
            if (isHeld)
                Touch(type);
            else
                ReachWhole(type);
        }
    }

    private void Types(AssemblyModel from, EntityHandle handle, bool whole)
    {
        foreach (TypeId type in Named(from, handle))
        {
            if (whole)
                ReachWhole(type);
            else
                Touch(type);
        }
    }

    private IEnumerable<TypeId> Named(AssemblyModel from, EntityHandle handle) =>
        (handle.Kind == HandleKind.TypeSpecification ? NamedTypes.OfType(from.Reader, (TypeSpecificationHandle)handle) : [handle]).Select(h => types.Resolve(from, h)).OfType<TypeId>();

    /// <summary>A type that is used somehow: its static constructor runs, serialisers read its properties, and the platform calls what it overrides.</summary>
    private void Touch(TypeId type)
    {
        if (!_touched.Add(type))
            return;
        foreach (TypeId above in types.Above(type))
            Touch(above);
        foreach (MethodId method in type.Methods.Where(m => _methods.IsFoundFromOutside(m)))
            Reach(method);
        if (_reflects)
            ReachWhole(type);
    }

    /// <summary>Full name of the type whose member a handle names; null for one of none.</summary>
    private string? OwnerName(AssemblyModel from, EntityHandle method) => method.Kind switch
    {
        HandleKind.MemberReference => OwnerName(from, from.Reader.GetMemberReference((MemberReferenceHandle)method)),
        HandleKind.MethodDefinition => new MethodId(from, (MethodDefinitionHandle)method).Type.Name,
        _ => null,
    };

    private static string? OwnerName(AssemblyModel from, MemberReference member)
    {
        EntityHandle parent = member.Parent.Kind == HandleKind.TypeSpecification ? NamedTypes.OfType(from.Reader, (TypeSpecificationHandle)member.Parent).FirstOrDefault() : member.Parent;
        return parent.Kind switch
        {
            HandleKind.TypeReference => MetadataNames.Of(from.Reader, (TypeReferenceHandle)parent),
            HandleKind.TypeDefinition when !parent.IsNil => MetadataNames.Of(from.Reader, (TypeDefinitionHandle)parent),
            _ => null,
        };
    }
}
