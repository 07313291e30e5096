using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace AiAttribution.Git.Native;

/// <summary>
/// Finds libgit2 for LibGit2Sharp. A bundled library (package LibGit2Sharp.NativeBinaries) is found by LibGit2Sharp itself;
/// without one the loader answers its last question with the operating system's library.
/// </summary>
internal static class LibGit2Loader
{
    /// <summary>Environment variable with the path or name of the one library to use.</summary>
    public const string OverrideVariable = "AIATTRIBUTION_LIBGIT2";

    // LibGit2Sharp 0.29 is made for 1.7; 1.5 and 1.6 have the same layout for all calls made here.
    private static readonly string[] SystemNames = OperatingSystem.IsMacOS()
        ? ["libgit2.1.7.dylib", "libgit2.1.6.dylib", "libgit2.1.5.dylib", "/opt/homebrew/lib/libgit2.1.7.dylib", "/usr/local/lib/libgit2.1.7.dylib"]
        : ["libgit2.so.1.7", "libgit2.so.1.6", "libgit2.so.1.5"];

    private static readonly Lazy<nint> Found = new(Load);
    private static int _hooked;

    /// <summary>Handle of the library; 0 when none was found.</summary>
    public static nint Handle => Found.Value;

    /// <summary>Answers LibGit2Sharp's request for its library. Must be called before the first LibGit2Sharp type is used.</summary>
    public static void Hook()
    {
        if (Interlocked.Exchange(ref _hooked, 1) != 0)
            return;
        AssemblyLoadContext context = AssemblyLoadContext.GetLoadContext(typeof(LibGit2Loader).Assembly) ?? AssemblyLoadContext.Default;
        context.ResolvingUnmanagedDll += (_, name) => name.StartsWith("git2-", StringComparison.Ordinal) ? Handle : 0;
    }

    private static nint Load()
    {
        if (Environment.GetEnvironmentVariable(OverrideVariable) is { Length: > 0 } chosen)
            return NativeLibrary.TryLoad(chosen, out nint only) ? only : 0;
        foreach (string name in Bundled().Concat(SystemNames))
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
                return handle;
        }

        return 0;
    }

    private static IEnumerable<string> Bundled()
    {
        string? folder = Path.GetDirectoryName(typeof(LibGit2Loader).Assembly.Location);
        if (string.IsNullOrEmpty(folder))
            return [];
        var roots = new[] { folder, Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native") };
        return roots.Where(Directory.Exists).SelectMany(root => Directory.EnumerateFiles(root, "*git2-*")).Order(StringComparer.Ordinal);
    }
}
