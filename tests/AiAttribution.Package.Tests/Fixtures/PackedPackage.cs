using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>The package as users get it: packed once for the whole run into a folder feed, restored into a package folder of its own.</summary>
internal sealed class PackedPackage
{
    // A static rather than a fixture, so that test classes run at the same time and still share it.
    private static readonly Lazy<PackedPackage> Packed = new(() => new PackedPackage());

    private readonly TemporaryFolder _folder = new();

    private PackedPackage()
    {
        // Added first, so deleted last: servers write into it.
        EndOfRun.Add(_folder.Dispose);
        CompilerServer.Start();
        BuildServers.Start();
        (int exitCode, string output) = Pack("nuget", Feed, $"-p:PackageVersion={Version}");
        if (exitCode != 0)
            throw new InvalidOperationException("The package cannot be packed: " + output);
        File.WriteAllText(Path.Combine(_folder.Path, "nuget.config"), NuGetConfig());
    }

    public static PackedPackage Instance => Packed.Value;

    /// <summary>A version that no other run has, so no cache can answer with another package.</summary>
    public string Version { get; } = $"0.0.1-test.{Guid.NewGuid():N}";

    public string Feed => Path.Combine(_folder.Path, "feed");

    public string PackagesFolder => Path.Combine(_folder.Path, "packages");

    public string ConfigFile => Path.Combine(_folder.Path, "nuget.config");

    public string PackageFile => Directory.GetFiles(Feed, "*.nupkg").Single();

    /// <summary>Runs <c>dotnet pack</c> on what the tests were built with.</summary>
    public static (int ExitCode, string Output) Pack(string project, string feed, params string[] options) =>
        BuildServers.Run(
            RepositoryRoot,
            new Dictionary<string, string>(),
            ["pack", project, "-c", Configuration, "-o", feed, "-v", "q", "-nologo", "-tl:off", "-m:1", "-p:RunAnalyzers=false", "-p:BuildProjectReferences=false", $"-p:SharedCompilationId={CompilerServer.Id}", "-p:UseSharedCompilation=true", .. options]);

    /// <summary>Root of this checkout.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

#if DEBUG
    private static string Configuration => "Debug";
#else
    private static string Configuration => "Release";
#endif

    // Reference packs of older frameworks were restored for this repository, so the folder they lie in serves as a fallback.
    private string NuGetConfig() => $"""
        <configuration>
          <packageSources><clear /><add key="local" value="{Feed}" /></packageSources>
          <fallbackPackageFolders><clear /><add key="shared" value="{GlobalPackages()}" /></fallbackPackageFolders>
        </configuration>
        """;

    private static string FindRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AiAttribution.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
        return folder;
    }

    private static string GlobalPackages() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
