using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>Tells calls that reach code by reflection.</summary>
internal static class ReflectionCalls
{
    private static readonly string[] Frameworks = ["Xunit.", "NUnit.", "TUnit.", "Microsoft.Testing.", "Microsoft.VisualStudio.TestTools.", "Microsoft.VisualStudio.TestPlatform."];

    private static readonly HashSet<string> Lookups = new(StringComparer.Ordinal)
    {
        "GetMethod", "GetMethods", "GetMember", "GetMembers", "GetProperty", "GetProperties", "GetConstructor", "GetConstructors", "GetNestedType", "GetNestedTypes", "FindMembers",
        "GetDefaultMembers", "InvokeMember", "Invoke", "GetRuntimeMethod", "GetRuntimeMethods", "GetRuntimeProperties", "GetRuntimeProperty", "get_DeclaredMethods", "get_DeclaredMembers",
        "get_DeclaredProperties", "get_DeclaredConstructors", "GetDeclaredMethod", "GetDeclaredMethods", "CreateDelegate", "CreateInstance",
    };

    private static readonly HashSet<string> Scans = new(StringComparer.Ordinal)
    {
        "System.Reflection.Assembly::GetTypes", "System.Reflection.Assembly::get_DefinedTypes", "System.Reflection.Assembly::get_ExportedTypes", "System.Reflection.Assembly::GetExportedTypes",
        "System.Reflection.Assembly::GetType", "System.Reflection.Assembly::CreateInstance", "System.Reflection.Assembly::get_EntryPoint", "System.Reflection.Assembly::get_Modules",
        "System.Reflection.Assembly::GetModules", "System.Reflection.Assembly::get_ManifestModule", "System.Reflection.Module::GetTypes", "System.Reflection.Module::GetType",
        "System.Reflection.Module::ResolveMethod", "System.Type::GetType", "System.AppDomain::GetAssemblies", "System.AppDomain::CreateInstance", "System.AppDomain::ExecuteAssembly",
        "System.Activator::CreateInstanceFrom", "System.Type::get_Module",
    };

    /// <summary>What a call may run.</summary>
    /// <param name="reader">Tables of the calling assembly.</param>
    /// <param name="type">Full name of the method's type.</param>
    /// <param name="method">The method.</param>
    /// <exception cref="BadImageFormatException">Its signature is damaged.</exception>
    public static ReflectionUse Of(MetadataReader reader, string type, MemberReference method)
    {
        string name = reader.GetString(method.Name);
        if (PlatformNames.IsPlatform(type))
            return OfPlatform(type, name);
        if (Array.Exists(Frameworks, f => type.StartsWith(f, StringComparison.Ordinal)))
            return ReflectionUse.None;
        bool scans = name.Contains("Assembl", StringComparison.Ordinal)
            || NamedTypes.OfParameters(reader, method).Any(t => t.Kind == HandleKind.TypeReference && MetadataNames.Of(reader, (TypeReferenceHandle)t) == "System.Reflection.Assembly");
        return scans ? ReflectionUse.Everything : ReflectionUse.None;
    }

    private static ReflectionUse OfPlatform(string type, string name)
    {
        if (Scans.Contains($"{type}::{name}") || (name.StartsWith("Load", StringComparison.Ordinal) && type is "System.Reflection.Assembly" or "System.AppDomain" or "System.Runtime.Loader.AssemblyLoadContext"))
            return ReflectionUse.Everything;
        bool looksUp = type is "System.Type" or "System.Activator" or "System.Delegate" or "Microsoft.CSharp.RuntimeBinder.Binder" or "System.ComponentModel.TypeDescriptor"
            || type.StartsWith("System.Reflection.", StringComparison.Ordinal);
        return looksUp && (Lookups.Contains(name) || type is "Microsoft.CSharp.RuntimeBinder.Binder" or "System.ComponentModel.TypeDescriptor") ? ReflectionUse.Members : ReflectionUse.None;
    }
}

/// <summary>What a call of a method outside of the assemblies may run in them without naming it.</summary>
internal enum ReflectionUse
{
    /// <summary>Nothing that its type arguments and virtual methods do not tell.</summary>
    None,

    /// <summary>Any member of a type that is at hand.</summary>
    Members,

    /// <summary>Any member of any type.</summary>
    Everything,
}
