using System.Runtime.InteropServices;

namespace AiAttribution.Git.Native;

/// <summary>Tells whether libgit2 can be used, before any type of LibGit2Sharp is touched: once its static constructor has failed, it fails for the life of the process.</summary>
public static class NativeLibraryCheck
{
    private static readonly (int Major, int Minor) Oldest = (1, 5);
    private static readonly (int Major, int Minor) Newest = (1, 7);

    /// <summary>Makes libgit2 available to LibGit2Sharp.</summary>
    /// <exception cref="RepositoryException">No usable library; <see cref="RepositoryException.Remedy"/> is the install command.</exception>
    public static void Ensure()
    {
        LibGit2Loader.Hook();
        nint handle = LibGit2Loader.Handle;
        if (handle == 0)
        {
            throw Problem(Environment.GetEnvironmentVariable(LibGit2Loader.OverrideVariable) is { Length: > 0 } chosen
                ? $"libgit2 cannot be loaded from '{chosen}', which {LibGit2Loader.OverrideVariable} names"
                : "libgit2 (1.5 to 1.7) is not installed");
        }

        (int major, int minor) = Version();
        if ((major, minor).CompareTo(Oldest) < 0 || (major, minor).CompareTo(Newest) > 0)
            throw Problem($"libgit2 {major}.{minor} is installed, and 1.5 to 1.7 are supported");
    }

    /// <summary>Version of the library in use, such as <c>1.5.1</c>; null when there is none.</summary>
    public static unsafe string? InstalledVersion()
    {
        nint handle = LibGit2Loader.Handle;
        if (handle == 0 || !NativeLibrary.TryGetExport(handle, "git_libgit2_version", out nint export))
            return null;
        int major, minor, patch;
        ((delegate* unmanaged[Cdecl]<int*, int*, int*, int>)export)(&major, &minor, &patch);
        return $"{major}.{minor}.{patch}";
    }

    /// <summary>The library was found, and still LibGit2Sharp cannot use it.</summary>
    internal static RepositoryException Broken(Exception cause)
    {
        string reason = (cause.InnerException ?? cause).Message.ReplaceLineEndings(" ").Trim();
        return new RepositoryException(RepositoryProblem.NativeLibrary, $"libgit2 cannot be used: {reason}", InstallCommand(), cause);
    }

    private static (int Major, int Minor) Version()
    {
        string[] parts = InstalledVersion()?.Split('.') ?? throw Problem("the library that was found is not libgit2");
        return (int.Parse(parts[0]), int.Parse(parts[1]));
    }

    private static RepositoryException Problem(string message) => new(RepositoryProblem.NativeLibrary, message, InstallCommand());

    private static string InstallCommand()
    {
        if (OperatingSystem.IsMacOS())
            return "brew install libgit2@1.7";
        if (!OperatingSystem.IsLinux())
            return "use a build of the package with bundled libraries (LibGit2Source=bundled)";
        if (File.Exists("/sbin/apk"))
            return "apk add libgit2";
        return File.Exists("/usr/bin/dnf") ? "dnf install -y libgit2" : "apt-get install -y libgit2-1.5 (or libgit2-1.7)";
    }
}
