using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using LibGit2Sharp;

namespace AiAttribution.Git.Repositories;

/// <summary>The libgit2 that comes with LibGit2Sharp. It is loaded before LibGit2Sharp asks for it: once its static constructor has failed, it fails for the life of the process.</summary>
internal static partial class BundledLibGit2
{
    private const string Remedy = "put git on the PATH, or restore the package again";

    private static readonly Lazy<nint> Loaded = new(Load);

    /// <summary>The library, for calls that LibGit2Sharp does not have.</summary>
    /// <exception cref="RepositoryException">There is none for this platform, or it cannot be loaded.</exception>
    public static nint Handle => Loaded.Value;

    /// <summary>Such as <c>1.8.6</c>.</summary>
    /// <exception cref="RepositoryException">There is none for this platform, or it cannot be loaded.</exception>
    public static unsafe string Version()
    {
        int major, minor, patch;
        ((delegate* unmanaged[Cdecl]<int*, int*, int*, int>)NativeLibrary.GetExport(Handle, "git_libgit2_version"))(&major, &minor, &patch);
        return $"{major}.{minor}.{patch}";
    }

    /// <summary>What is said when the library, or LibGit2Sharp with it, does not work.</summary>
    public static RepositoryException Broken(Exception cause)
    {
        // The last line has the reason. Folders are the machine's own.
        string reason = (cause.InnerException ?? cause).Message.TrimEnd().Split('\n')[^1].Trim();
        return Problem($"the bundled libgit2 cannot be used ({Folders().Replace(reason, "")})", cause);
    }

    private static nint Load()
    {
        Assembly owner = typeof(Repository).Assembly;
        string name = "git2-" + GlobalSettings.Version.LibGit2CommitSha;
        try
        {
            return NativeLibrary.TryLoad(name, owner, null, out nint handle) ? handle : LoadFile(owner, name);
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException)
        {
            throw Broken(cause);
        }
    }

    /// <summary>For hosts that do not read the <c>deps.json</c> beside a task. LibGit2Sharp finds no more there, and then its load context is asked.</summary>
    private static nint LoadFile(Assembly owner, string name)
    {
        string file = Path.Combine(Path.GetDirectoryName(owner.Location) ?? "", "runtimes", PortablePlatform.Name, "native", PortablePlatform.FileOf(name));
        if (!File.Exists(file))
            throw Problem($"there is no bundled libgit2 for {PortablePlatform.Name}");
        nint handle = NativeLibrary.Load(file);
        AssemblyLoadContext.GetLoadContext(owner)!.ResolvingUnmanagedDll += (_, asked) => asked == name ? handle : 0;
        return handle;
    }

    [GeneratedRegex(@"\S*[/\\]")]
    private static partial Regex Folders();

    private static RepositoryException Problem(string message, Exception? cause = null) => new(RepositoryProblem.NativeLibrary, message, Remedy, cause);
}
