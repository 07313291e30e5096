using System.Runtime.InteropServices;
using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests;

/// <summary>The fleet's tool is packed for each platform, because its engine is large, with one package that leads to them.</summary>
public class FleetFileListTests
{
    private const string Name = "AiAttribution.Fleet";

    private static readonly Dictionary<string, string> Engines = new()
    {
        ["linux-arm64"] = "libduckdb.so",
        ["linux-x64"] = "libduckdb.so",
        ["osx-arm64"] = "libduckdb.dylib",
        ["osx-x64"] = "libduckdb.dylib",
        ["win-arm64"] = "duckdb.dll",
        ["win-x64"] = "duckdb.dll",
    };

    private static readonly string[] InTool =
    [
        "AiAttribution.Core.dll",
        "AiAttribution.Core.pdb",
        "AiAttribution.Reports.dll",
        "AiAttribution.Reports.pdb",
        "Apache.Arrow.Scalars.dll",
        "Apache.Arrow.dll",
        "DotnetToolSettings.xml",
        "DuckDB.NET.Bindings.dll",
        "DuckDB.NET.Data.dll",
        "System.CommandLine.dll",
        "ai-attribution-fleet.deps.json",
        "ai-attribution-fleet.dll",
        "ai-attribution-fleet.pdb",
        "ai-attribution-fleet.runtimeconfig.json",
    ];

    // The other platforms differ in their engine only, and packing all of them takes longer than all other package tests.
    [Fact]
    public void Packages_of_the_fleets_tool_for_this_platform_hold_exactly_their_files()
    {
        // Two packs at a time would write the same files.
        _ = PackedPackage.Instance;
        using var folder = new TemporaryFolder();
        string platform = Engines.Keys.Single(p => p == RuntimeInformation.RuntimeIdentifier);
        (int exitCode, string output) = PackedPackage.Pack("src/AiAttribution.Fleet", folder.Path, "--no-restore", $"-p:ToolPackageRuntimeIdentifiers={platform}");
        Assert.True(exitCode == 0, output);

        string[] packages = [.. Directory.GetFiles(folder.Path, "*.nupkg").Order(StringComparer.Ordinal)];

        Assert.Equal([Name, $"{Name}.{platform}"], packages.Select(p => IdOf(Path.GetFileName(p))).Order(StringComparer.Ordinal));
        Assert.All(packages, package => Assert.Equal(FilesOf(IdOf(Path.GetFileName(package))).Order(StringComparer.Ordinal), PackageArchive.Read(package).Files));
    }

    /// <summary>Name of the package without its version.</summary>
    private static string IdOf(string file) => Engines.Keys.Select(p => $"{Name}.{p}").FirstOrDefault(id => file.StartsWith(id + ".", StringComparison.Ordinal)) ?? Name;

    private static IEnumerable<string> FilesOf(string id)
    {
        string[] common = [$"{id}.nuspec", "LICENSE", "THIRD-PARTY-NOTICES.txt"];
        if (id == Name)
            return [.. common, "tools/any/any/DotnetToolSettings.xml"];
        string platform = id[(Name.Length + 1)..];
        return [.. common, .. InTool.Append(Engines[platform]).Select(file => $"tools/net10.0/{platform}/{file}")];
    }
}
