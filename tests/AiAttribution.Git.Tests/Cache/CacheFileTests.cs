using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Testing.Files;

namespace AiAttribution.Git.Tests.Cache;

public sealed class CacheFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string OneFile => Path.Combine(_folder.Path, "one.cache");

    [Fact]
    public void Value_comes_back()
    {
        CacheFile.Write(OneFile, new Words(), ["one", "two"]);

        Assert.Equal(["one", "two"], CacheFile.Read(OneFile, new Words())!);
        Assert.Equal([OneFile], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Value_under_another_key_is_as_good_as_missing()
    {
        CacheFile.Write(OneFile, new Words(), ["one"], "monday");

        Assert.Null(CacheFile.Read(OneFile, new Words(), "tuesday"));
        Assert.Null(CacheFile.Read(OneFile, new Words()));
        Assert.NotNull(CacheFile.Read(OneFile, new Words(), "monday"));
    }

    [Fact]
    public void Value_of_another_kind_is_as_good_as_missing()
    {
        CacheFile.Write(OneFile, new Words(), ["one"]);

        Assert.Null(CacheFile.Read(OneFile, new OtherWords()));
    }

    [Fact]
    public void Value_with_something_behind_it_is_as_good_as_missing()
    {
        CacheFile.Write(OneFile, new Words { WritesMore = true }, ["one"]);

        Assert.Null(CacheFile.Read(OneFile, new Words()));
    }

    [Fact]
    public void File_with_any_byte_changed_is_as_good_as_missing()
    {
        CacheFile.Write(OneFile, new Words(), ["one", "two"]);
        byte[] whole = File.ReadAllBytes(OneFile);
        for (int place = 0; place < whole.Length; place++)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 1;
            File.WriteAllBytes(OneFile, damaged);
            Assert.Null(CacheFile.Read(OneFile, new Words()));
        }
    }

    [Fact]
    public void File_that_is_cut_anywhere_is_as_good_as_missing()
    {
        CacheFile.Write(OneFile, new Words(), ["one", "two"]);
        byte[] whole = File.ReadAllBytes(OneFile);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(OneFile, whole[..length]);
            Assert.Null(CacheFile.Read(OneFile, new Words()));
        }
    }

    [Fact]
    public void Folder_in_place_of_the_file_costs_only_time_and_nothing_stays_of_the_attempt()
    {
        Directory.CreateDirectory(OneFile);

        CacheFile.Write(OneFile, new Words(), ["one"]);

        Assert.Null(CacheFile.Read(OneFile, new Words()));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Folder_that_is_gone_costs_only_time() => CacheFile.Write(Path.Combine(_folder.Path, "gone", "one.cache"), new Words(), ["one"]);

    [Fact]
    public void Link_in_place_of_the_file_is_neither_read_nor_written_through()
    {
        using var elsewhere = new TemporaryFolder();
        string target = Path.Combine(elsewhere.Path, "target.cache");
        CacheFile.Write(target, new Words(), ["planted"]);
        byte[] before = File.ReadAllBytes(target);
        File.CreateSymbolicLink(OneFile, target);

        Assert.Null(CacheFile.Read(OneFile, new Words()));
        CacheFile.Write(OneFile, new Words(), ["ours"]);

        Assert.Equal(["ours"], CacheFile.Read(OneFile, new Words())!);
        Assert.Equal(before, File.ReadAllBytes(target));
    }

    [UnixFact]
    public void Device_in_place_of_the_file_is_not_opened()
    {
        File.CreateSymbolicLink(OneFile, "/dev/zero");

        Assert.Null(CacheFile.Read(OneFile, new Words()));
        Assert.Null(CacheFile.Read("/dev/zero", new Words()));
    }

    [UnixFact]
    public void File_is_its_owners_alone()
    {
        CacheFile.Write(OneFile, new Words(), ["one"]);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, UnixMode.Of(OneFile));
    }

    public void Dispose() => _folder.Dispose();

    private class Words : CacheCodec<string[]>
    {
        public bool WritesMore { get; init; }

        public override void Write(CompactWriter writer, string[] value)
        {
            writer.List(value, writer.Text);
            if (WritesMore)
                writer.Flag(true);
        }

        public override string[] Read(CompactReader reader) => reader.List(reader.Name);
    }

    private sealed class OtherWords : Words;
}
