using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public sealed class RepositoryKeyTests
{
    [Theory]
    [InlineData("https://host.example/Owner/Shop.git")]
    [InlineData("https://user:secret@host.example:8443/owner/shop/?token=1")]
    [InlineData("https://user:p@ss@host.example/owner/shop")]
    [InlineData("git@host.example:owner/shop.git")]
    [InlineData("ssh://git@HOST.example:22/owner/shop.git")]
    public void One_repository_has_one_key_by_whatever_way_it_is_reached(string address) =>
        Assert.Equal("host.example/owner/shop", RepositoryKey.Of(address));

    [Theory]
    [InlineData("/srv/git/shop.git")]
    [InlineData("../shop")]
    [InlineData("C:\\git\\shop")]
    [InlineData("C:/git/shop")]
    [InlineData("file:///srv/git/shop.git")]
    [InlineData("./a:b/shop")]
    [InlineData("https://host.example")]
    [InlineData("https://user:sec/ret@host.example/shop")]
    [InlineData("")]
    public void Folder_of_a_machine_and_what_names_no_host_have_none(string address) => Assert.Null(RepositoryKey.Of(address));

    [Fact]
    public void Key_is_of_the_remote_that_is_called_origin()
    {
        using var repository = new TestRepository();
        repository.Commit("Begin");
        repository.Git("remote", "add", "fork", "https://host.example/me/shop.git");
        repository.Git("remote", "add", "origin", "https://host.example/owner/shop.git");

        using var read = GitRepository.Open(repository.Root);

        Assert.Equal("host.example/owner/shop", RepositoryKey.Of(read));
    }

    [Fact]
    public void Repository_without_remote_has_none()
    {
        using var repository = new TestRepository();
        repository.Commit("Begin");

        using var read = GitRepository.Open(repository.Root);

        Assert.Null(RepositoryKey.Of(read));
    }
}
