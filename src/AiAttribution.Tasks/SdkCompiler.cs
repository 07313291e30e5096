using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Shared.Members;

namespace AiAttribution.Tasks;

/// <summary>Lets the task parse C# with the compiler of the SDK that runs the build, instead of shipping one.</summary>
internal static class SdkCompiler
{
    private const string CompilerAssembly = "Microsoft.CodeAnalysis";

    private static readonly object Gate = new();
    private static string? _directory;

    /// <summary>Makes the compiler's assemblies loadable. False when <paramref name="directory"/> has none.</summary>
    /// <param name="directory">The build's <c>RoslynCoreAssembliesPath</c>, or <c>bincore</c> below its <c>RoslynTargetsPath</c>.</param>
    public static bool IsFoundIn(string directory)
    {
        if (directory.Length == 0 || !File.Exists(Path.Combine(directory, CompilerAssembly + ".CSharp.dll")))
            return false;
        lock (Gate)
        {
            // One load context can hold one version: the first compiler of the process stays.
            if (_directory is not null)
                return true;
            _directory = directory;
            AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(typeof(SdkCompiler).Assembly) ?? AssemblyLoadContext.Default;
            context.Resolving += Resolve;
            return true;
        }
    }

    /// <summary>Tells versions apart of what <see cref="Finder"/> finds: the code that looks, and the compiler that parses for it.</summary>
    /// <param name="directory">A folder for which <see cref="IsFoundIn"/> is true.</param>
    public static string VersionIn(string directory)
    {
        var compiler = new FileInfo(Path.Combine(directory, CompilerAssembly + ".CSharp.dll"));
        return string.Create(CultureInfo.InvariantCulture, $"{typeof(SdkCompiler).Module.ModuleVersionId}|{compiler.FullName}|{compiler.Length}|{compiler.LastWriteTimeUtc.Ticks}");
    }

    /// <summary>What is told when there is none.</summary>
    public static BuildProblem NotFoundIn(string directory) => new(
        BuildProblemKinds.NoCompiler,
        $"the compiler was not found in '{directory}', so members are not judged and a gate on them cannot tell",
        "Set RoslynCoreAssembliesPath to the folder that holds Microsoft.CodeAnalysis.CSharp.dll.");

    /// <summary>A finder of members. Call it only after <see cref="IsFoundIn"/>: the compiler is loaded with the first use of its types.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IMemberFinder Finder(string symbols) =>
        new RoslynMemberFinder(symbols.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries));

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name is not (CompilerAssembly or CompilerAssembly + ".CSharp") || _directory is null)
            return null;
        return context.LoadFromAssemblyPath(Path.Combine(_directory, name.Name + ".dll"));
    }
}
