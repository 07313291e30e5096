using System.IO.Compression;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>What lies in a package, without what NuGet itself adds.</summary>
internal sealed class PackageArchive
{
    private readonly Dictionary<string, byte[]> _contents;

    private PackageArchive(Dictionary<string, byte[]> contents) => _contents = contents;

    /// <summary>Names of all files, ordered.</summary>
    public IEnumerable<string> Files => _contents.Keys.Order(StringComparer.Ordinal);

    public static PackageArchive Read(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return new PackageArchive(archive.Entries.Where(IsOurs).ToDictionary(entry => entry.FullName, Bytes, StringComparer.Ordinal));
    }

    public string Text(string file) => System.Text.Encoding.UTF8.GetString(_contents[file]);

    private static bool IsOurs(ZipArchiveEntry entry) =>
        !entry.FullName.StartsWith("_rels/", StringComparison.Ordinal) && !entry.FullName.StartsWith("package/", StringComparison.Ordinal) && entry.FullName != "[Content_Types].xml";

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
