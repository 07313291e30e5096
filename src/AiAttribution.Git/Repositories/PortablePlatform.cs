using System.Runtime.InteropServices;

namespace AiAttribution.Git.Repositories;

/// <summary>This machine in the words of a package's <c>runtimes</c> folders. <see cref="RuntimeInformation.RuntimeIdentifier"/> is no help: where .NET was built from source it names the distribution.</summary>
internal static class PortablePlatform
{
    /// <summary>Such as <c>linux-musl-x64</c>.</summary>
    public static string Name { get; } = $"{System()}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Name of the file that holds a library.</summary>
    public static string FileOf(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";

    private static string System()
    {
        if (OperatingSystem.IsWindows())
            return "win";
        if (OperatingSystem.IsMacOS())
            return "osx";
        if (!OperatingSystem.IsLinux())
            return "unix";

        // Asks the process rather than the disk: a system may have the other library lying about, too.
        return NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "gnu_get_libc_version", out _) ? "linux" : "linux-musl";
    }
}
