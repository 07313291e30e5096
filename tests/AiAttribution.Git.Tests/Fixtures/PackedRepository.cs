using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Fixtures;

/// <summary>A repository whose objects lie in one pack, and what can befall that.</summary>
internal static class PackedRepository
{
    public static TestRepository Make()
    {
        var repository = new TestRepository();
        repository.Write("A.cs", "1\n").Commit("First");
        repository.Write("A.cs", "1\n2\n").Commit(ScanRunner.ByClaude);
        repository.Git("repack", "-q", "-a", "-d");
        return repository;
    }

    public static string Objects(TestRepository repository) => Path.Combine(repository.Root, ".git", "objects");

    /// <summary>Writes the index of the pack again, and gives its path.</summary>
    public static string IndexAgain(TestRepository repository, string version)
    {
        string pack = Directory.GetFiles(Path.Combine(Objects(repository), "pack"), "*.pack").Single();
        string index = Path.ChangeExtension(pack, ".idx");
        File.Delete(index);
        repository.Git("index-pack", version, "-o", index, pack);
        File.SetAttributes(index, FileAttributes.Normal);
        return index;
    }

    /// <summary>Overwrites some bytes of a file.</summary>
    public static void Overwrite(string file, int at, int count, byte value)
    {
        byte[] bytes = File.ReadAllBytes(file);
        bytes.AsSpan(at, count).Fill(value);
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>The file of a loose object, made writable.</summary>
    public static string Loose(TestRepository repository, string rev)
    {
        string id = repository.Git("rev-parse", rev).Trim();
        string file = Path.Combine(Objects(repository), id[..2], id[2..]);
        File.SetAttributes(file, FileAttributes.Normal);
        return file;
    }
}
