using System.Runtime.CompilerServices;
using AiAttribution.Testing.Files;

namespace AiAttribution.Cli.Tests;

/// <summary>Keeps what the tool remembers of test homes out of the user's cache folder.</summary>
internal static class CacheOfTests
{
    private static readonly TemporaryFolder Folder = new();

    [ModuleInitializer]
    public static void MoveAway()
    {
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", Folder.Path);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Dispose();
    }
}
