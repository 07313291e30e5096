using System.Text.RegularExpressions;
using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Package.Tests;

public partial class FileListTests
{
    private const string LibGit2 = "git2-5853918";
    private const string Sqlite = "e_sqlite3";

    private static readonly string[] Platforms =
        ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    private static readonly string[] InPackage =
    [
        "AiAttribution.nuspec",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "THIRD-PARTY-NOTICES.txt",
        "analyzers/dotnet/cs/AiAttribution.Analyzers.dll",
        "analyzers/dotnet/roslyn4.14/cs/AiAttribution.CodeFixes.dll",
        "build/AiAttribution.Line.targets",
        "build/AiAttribution.Warnings.targets",
        "build/AiAttribution.props",
        "build/AiAttribution.targets",
        "buildMultiTargeting/AiAttribution.targets",
        "presets/disclose.json",
        "presets/errors.globalconfig",
        "presets/none-allowed.json",
        "presets/none.globalconfig",
        "presets/regulated.json",
        "presets/report-only.json",
        "presets/suggestions.globalconfig",
        "presets/tested.json",
        "presets/warnings.globalconfig",
        "tools/net8.0/AiAttribution.Core.dll",
        "tools/net8.0/AiAttribution.Engine.dll",
        "tools/net8.0/AiAttribution.Git.dll",
        "tools/net8.0/AiAttribution.Reports.dll",
        "tools/net8.0/AiAttribution.Tasks.deps.json",
        "tools/net8.0/AiAttribution.Tasks.dll",
        "tools/net8.0/LibGit2Sharp.dll",
    ];

    private static readonly string[] InTool =
    [
        "AiAttribution.Tool.nuspec",
        "LICENSE",
        "THIRD-PARTY-NOTICES.txt",
        "tools/net8.0/any/AiAttribution.Core.dll",
        "tools/net8.0/any/AiAttribution.Core.pdb",
        "tools/net8.0/any/AiAttribution.Engine.dll",
        "tools/net8.0/any/AiAttribution.Engine.pdb",
        "tools/net8.0/any/AiAttribution.Git.dll",
        "tools/net8.0/any/AiAttribution.Git.pdb",
        "tools/net8.0/any/AiAttribution.Reports.dll",
        "tools/net8.0/any/AiAttribution.Reports.pdb",
        "tools/net8.0/any/DotnetToolSettings.xml",
        "tools/net8.0/any/LibGit2Sharp.dll",
        "tools/net8.0/any/Microsoft.CodeAnalysis.CSharp.dll",
        "tools/net8.0/any/Microsoft.CodeAnalysis.dll",
        "tools/net8.0/any/Microsoft.Data.Sqlite.dll",
        "tools/net8.0/any/SQLitePCLRaw.batteries_v2.dll",
        "tools/net8.0/any/SQLitePCLRaw.core.dll",
        "tools/net8.0/any/SQLitePCLRaw.provider.e_sqlite3.dll",
        "tools/net8.0/any/Spectre.Console.Ansi.dll",
        "tools/net8.0/any/Spectre.Console.dll",
        "tools/net8.0/any/System.CommandLine.dll",
        "tools/net8.0/any/ZstdSharp.dll",
        "tools/net8.0/any/ai-attribution.deps.json",
        "tools/net8.0/any/ai-attribution.dll",
        "tools/net8.0/any/ai-attribution.pdb",
        "tools/net8.0/any/ai-attribution.runtimeconfig.json",
    ];

    private static readonly Lazy<PackageArchive> Package = new(() => PackageArchive.Read(PackedPackage.Instance.PackageFile));
    private static readonly Lazy<PackageArchive> Tool = new(PackTool);

    [Fact]
    public void Package_holds_exactly_these_files()
    {
        string nuget = Path.Combine(PackedPackage.RepositoryRoot, "nuget");
        IEnumerable<string> docs = Directory.GetFiles(Path.Combine(nuget, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file));
        IEnumerable<string> schemas = Directory.GetFiles(nuget, "*.schema.json").Select(file => "schemas/" + Path.GetFileName(file));
        IEnumerable<string> natives = Natives(LibGit2).Select(file => "tools/net8.0/" + file);

        Assert.Equal(InPackage.Concat(docs).Concat(schemas).Concat(natives).Order(StringComparer.Ordinal), Package.Value.Files);
    }

    [Fact]
    public void Tool_holds_exactly_these_files()
    {
        IEnumerable<string> natives = Natives(LibGit2).Concat(Natives(Sqlite)).Select(file => "tools/net8.0/any/" + file);

        Assert.Equal(InTool.Concat(natives).Order(StringComparer.Ordinal), Tool.Value.Files);
    }

    // A file that is listed and missing keeps a program from starting on that platform.
    [Fact]
    public void Native_libraries_that_are_asked_for_are_those_that_are_packed()
    {
        Assert.Equal(Natives(LibGit2).Order(), NativesIn(Package.Value.Text("tools/net8.0/AiAttribution.Tasks.deps.json")));
        Assert.Equal(Natives(LibGit2).Concat(Natives(Sqlite)).Order(), NativesIn(Tool.Value.Text("tools/net8.0/any/ai-attribution.deps.json")));
    }

    [Fact]
    public void Notices_name_every_assembly_and_library_of_others()
    {
        string notices = Package.Value.Text("THIRD-PARTY-NOTICES.txt");
        Assert.Equal(notices, Tool.Value.Text("THIRD-PARTY-NOTICES.txt"));

        IEnumerable<string> foreign = Package.Value.Files.Concat(Tool.Value.Files)
            .Select(file => file[(file.LastIndexOf('/') + 1)..])
            .Where(name => Path.GetExtension(name) is ".dll" or ".so" or ".dylib" && !name.StartsWith("ai", StringComparison.OrdinalIgnoreCase))
            .Distinct();
        Assert.All(foreign, name => Assert.Matches($@"(?m)^    files: (.*, )?{Regex.Escape(name)}(,|$)", notices));
    }

    private static IEnumerable<string> Natives(string library) => Platforms.Select(platform => $"runtimes/{platform}/native/{FileOf(library, platform)}");

    private static string FileOf(string library, string platform) =>
        platform.StartsWith("win", StringComparison.Ordinal) ? $"{library}.dll" : $"lib{library}.{(platform.StartsWith("osx", StringComparison.Ordinal) ? "dylib" : "so")}";

    private static IEnumerable<string> NativesIn(string dependencies) => NativeFile().Matches(dependencies).Select(match => match.Groups[1].Value).Distinct().Order();

    [GeneratedRegex("\"(runtimes/[^\"]+)\"")]
    private static partial Regex NativeFile();

    private static PackageArchive PackTool()
    {
        // Two packs at a time would write the same files. Machine code is left out: its compiler takes longer than all of this, and .ci/run starts what it gives.
        _ = PackedPackage.Instance;
        using var folder = new TemporaryFolder();
        (int exitCode, string output) = PackedPackage.Pack("src/AiAttribution.Cli", folder.Path, "--no-build", "-p:CompiledPlatforms=");
        Assert.True(exitCode == 0, output);
        return PackageArchive.Read(Directory.GetFiles(folder.Path, "*.nupkg").Single());
    }
}
