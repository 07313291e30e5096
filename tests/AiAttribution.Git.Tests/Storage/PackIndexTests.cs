using AiAttribution.Git.Repositories;
using AiAttribution.Git.Storage;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Storage;

/// <summary>What libgit2 would map into memory and take on trust.</summary>
public class PackIndexTests
{
    [Theory]
    [InlineData("--index-version=1")]
    [InlineData("--index-version=2")]
    [InlineData("--index-version=2,0x20")] // offsets of 8 bytes, as above 2 GiB
    public void An_index_that_git_wrote_is_sound(string version)
    {
        using TestRepository repository = PackedRepository.Make();
        PackedRepository.IndexAgain(repository, version);

        PackFolder.Check(PackedRepository.Objects(repository), []);
        BlameCheck.Agrees(repository.Root, GitReader.LibGit2);
    }

    [Theory]
    [InlineData("--index-version=1")]
    [InlineData("--index-version=2")]
    [InlineData("--index-version=2,0x20")]
    public void An_index_that_is_cut_anywhere_is_refused(string version)
    {
        using TestRepository repository = PackedRepository.Make();
        string index = PackedRepository.IndexAgain(repository, version);
        byte[] whole = File.ReadAllBytes(index);

        foreach (int length in (int[])[0, 1, 8, 1023, 1024, 1031, 1032, 1100, whole.Length - 41, whole.Length - 40, whole.Length - 8, whole.Length - 1])
        {
            File.WriteAllBytes(index, whole[..length]);
            Assert.Equal(RepositoryProblem.Corrupt, Problem(repository).Problem);
        }
    }

    [Theory]
    [InlineData(8, 1024, 0xFF)] // every count is 2^32 - 1: the size that libgit2 computes wraps
    [InlineData(8, 4, 0xFF)] // the first count is above the others
    [InlineData(1028, 4, 0x7F)] // only the last: the file is too short for it
    [InlineData(8, 1024, 0x00)] // no object at all, and a longer file
    [InlineData(0, 8, 0x00)] // no magic: then it is version 1, whose size is another
    public void A_fan_out_that_does_not_fit_is_refused(int at, int count, int value)
    {
        using TestRepository repository = PackedRepository.Make();
        string index = PackedRepository.IndexAgain(repository, "--index-version=2");
        PackedRepository.Overwrite(index, at, count, (byte)value);

        Assert.Contains(Path.GetFileName(index), Problem(repository).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_offset_outside_of_the_pack_is_refused()
    {
        using TestRepository repository = PackedRepository.Make();
        string index = PackedRepository.IndexAgain(repository, "--index-version=2,0x20");
        int table = (int)new FileInfo(index).Length - 40 - 8;
        PackedRepository.Overwrite(index, table, 8, 0x7F);

        Assert.Equal(RepositoryProblem.Corrupt, Problem(repository).Problem);
    }

    [Fact]
    public void An_index_without_its_pack_is_refused()
    {
        using TestRepository repository = PackedRepository.Make();
        string index = PackedRepository.IndexAgain(repository, "--index-version=2");
        File.Move(Path.ChangeExtension(index, ".pack"), Path.ChangeExtension(index, ".away"));

        Assert.Equal(RepositoryProblem.Corrupt, Problem(repository).Problem);
    }

    [Fact]
    public void A_multi_pack_index_with_a_changed_byte_in_its_head_is_refused_or_read_rightly()
    {
        using TestRepository repository = PackedRepository.Make();
        repository.Git("multi-pack-index", "write");
        string file = Path.Combine(PackedRepository.Objects(repository), "pack", "multi-pack-index");
        PackFolder.Check(PackedRepository.Objects(repository), []);
        BlameCheck.Agrees(repository.Root, GitReader.LibGit2);
        byte[] whole = File.ReadAllBytes(file);

        File.SetAttributes(file, FileAttributes.Normal);
        for (int at = 0; at < 12 + 12 * 6; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x5A;
            File.WriteAllBytes(file, changed);
            if (Record.Exception(() => PackFolder.Check(PackedRepository.Objects(repository), [])) is { } problem)
                Assert.IsType<RepositoryException>(problem);
            else
                BlameCheck.Agrees(repository.Root, GitReader.LibGit2);
        }
    }

    [Fact]
    public void A_multi_pack_index_cannot_name_a_pack_of_another_folder()
    {
        using TestRepository repository = PackedRepository.Make();
        repository.Git("multi-pack-index", "write");
        string file = Path.Combine(PackedRepository.Objects(repository), "pack", "multi-pack-index");
        byte[] bytes = File.ReadAllBytes(file);
        int name = bytes.AsSpan().IndexOf("pack-"u8);
        "../a/"u8.CopyTo(bytes.AsSpan(name));
        File.SetAttributes(file, FileAttributes.Normal);
        File.WriteAllBytes(file, bytes);

        Assert.Contains("multi-pack-index", Problem(repository).Message, StringComparison.Ordinal);
    }

    private static RepositoryException Problem(TestRepository repository) =>
        Assert.Throws<RepositoryException>(() => PackFolder.Check(PackedRepository.Objects(repository), []));
}
