using AiAttribution.Git.Cache;
using AiAttribution.Testing.Files;

namespace AiAttribution.Git.Tests.Cache;

public sealed class PrivateFolderTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _place = new();

    private string Cache => Path.Combine(_place.Path, "cache");

    [UnixFact]
    public void New_folders_are_their_owners_alone()
    {
        string? folder = PrivateFolder.In(_place.Path, "sessions", "home");

        Assert.Equal(Path.Combine(_place.Path, "ai-attribution", "sessions", "home"), folder);
        Assert.Equal(OwnerOnly, UnixMode.Of(folder!));
        Assert.Equal(OwnerOnly, UnixMode.Of(Path.GetDirectoryName(folder)!));
    }

    [UnixFact]
    public void Folder_that_others_can_read_is_closed_to_them()
    {
        Directory.CreateDirectory(Cache);
        UnixMode.Set(Cache, OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.Equal(Cache, PrivateFolder.Make(Cache));
        Assert.Equal(OwnerOnly, UnixMode.Of(Cache));
    }

    [UnixFact]
    public void Folder_that_others_can_write_is_refused()
    {
        foreach (UnixFileMode other in (UnixFileMode[])[UnixFileMode.GroupWrite, UnixFileMode.OtherWrite])
        {
            Directory.CreateDirectory(Cache);
            UnixMode.Set(Cache, OwnerOnly | other);

            Assert.Null(PrivateFolder.Make(Cache));
            Assert.Equal(OwnerOnly | other, UnixMode.Of(Cache));
        }
    }

    [UnixFact]
    public void Folder_below_one_that_others_can_write_is_refused()
    {
        string ours = Path.Combine(_place.Path, "ai-attribution");
        Directory.CreateDirectory(ours);
        UnixMode.Set(ours, OwnerOnly | UnixFileMode.OtherWrite);

        Assert.Null(PrivateFolder.In(_place.Path, "sessions"));
        Assert.Empty(Directory.GetFileSystemEntries(ours));
    }

    [Fact]
    public void Link_in_place_of_the_folder_is_refused()
    {
        using var elsewhere = new TemporaryFolder();
        Directory.CreateSymbolicLink(Cache, elsewhere.Path);

        Assert.Null(PrivateFolder.Make(Cache));
        Assert.Empty(Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public void File_in_place_of_the_folder_is_refused()
    {
        File.WriteAllText(Cache, "");

        Assert.Null(PrivateFolder.Make(Cache));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("caches")]
    public void Place_that_is_no_full_path_has_no_folder(string? caches) => Assert.Null(PrivateFolder.In(caches, "sessions"));

    [Fact]
    public void Nothing_stays_in_a_folder_that_was_made() => Assert.Empty(Directory.GetFileSystemEntries(PrivateFolder.Make(Cache)!));

    public void Dispose() => _place.Dispose();
}
