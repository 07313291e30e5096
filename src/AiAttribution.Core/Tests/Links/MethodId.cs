using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>A method of one of the assemblies.</summary>
internal readonly record struct MethodId(AssemblyModel Assembly, MethodDefinitionHandle Handle)
{
    public MethodDefinition Definition => Assembly.Reader.GetMethodDefinition(Handle);

    public string Name => Assembly.Reader.GetString(Definition.Name);

    public TypeId Type => new(Assembly, Definition.GetDeclaringType());

    /// <summary>Whether the compiler made it: a lambda, a local function, or a member of a closure or state machine. Such names begin with <c>&lt;</c>.</summary>
    public bool IsGenerated => Name.StartsWith('<') || Type.IsGenerated;

    public string Shape => SignatureShape.Of(Assembly.Reader, Definition);
}

/// <summary>A type of one of the assemblies.</summary>
internal readonly record struct TypeId(AssemblyModel Assembly, TypeDefinitionHandle Handle)
{
    public TypeDefinition Definition => Assembly.Reader.GetTypeDefinition(Handle);

    public string Name => MetadataNames.Of(Assembly.Reader, Handle);

    public bool IsGenerated => Assembly.Reader.GetString(Definition.Name).StartsWith('<');

    public IEnumerable<MethodId> Methods
    {
        get
        {
            AssemblyModel assembly = Assembly;
            return Definition.GetMethods().Select(m => new MethodId(assembly, m));
        }
    }
}
