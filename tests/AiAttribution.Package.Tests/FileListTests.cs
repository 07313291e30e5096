using System.IO.Compression;
using AiAttribution.Package.Tests.Fixtures;

namespace AiAttribution.Package.Tests;

public class FileListTests
{
    private static readonly string[] Expected =
    [
        "AiAttribution.nuspec",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "analyzers/dotnet/cs/AiAttribution.Analyzers.dll",
        "build/AiAttribution.props",
        "build/AiAttribution.targets",
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
        "tools/net8.0/AiAttribution.Git.dll",
        "tools/net8.0/AiAttribution.Tasks.deps.json",
        "tools/net8.0/AiAttribution.Tasks.dll",
        "tools/net8.0/LibGit2Sharp.dll",
    ];

    [Fact]
    public void Package_holds_exactly_these_files()
    {
        string root = PackedPackage.RepositoryRoot;
        IEnumerable<string> docs = Directory.GetFiles(Path.Combine(root, "nuget", "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file));
        IEnumerable<string> schemas = Directory.GetFiles(Path.Combine(root, "nuget"), "*.schema.json").Select(file => "schemas/" + Path.GetFileName(file));

        Assert.Equal(Expected.Concat(docs).Concat(schemas).Order(StringComparer.Ordinal), FilesOf(PackedPackage.Instance.PackageFile));
    }

    [Fact]
    public void Bundled_package_without_restored_native_libraries_says_how_to_get_them()
    {
        using var folder = new AiAttribution.Testing.Files.TemporaryFolder();

        (int exitCode, string output) = PackedPackage.Pack(folder.Path, "--no-restore", "--no-build", "-p:LibGit2Source=bundled");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Restore LibGit2Sharp.NativeBinaries", output);
    }

    private static IEnumerable<string> FilesOf(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }
}
