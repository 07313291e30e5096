using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public sealed class RepositoryNameTests
{
    [Theory]
    [InlineData("https://host.example/owner/shop.git", "shop")]
    [InlineData("https://user:secret@host.example/owner/shop/?token=1", "shop")]
    [InlineData("git@host.example:shop.git", "shop")]
    [InlineData("ssh://git@host.example/shop", "shop")]
    [InlineData("https://user:secret@host.example", null)]
    public void Name_is_the_last_part_of_the_remote_without_user_and_host(string address, string? expected)
    {
        using var repository = new TestRepository();
        repository.Commit("Begin");
        repository.Git("remote", "add", "origin", address);

        using var read = GitRepository.Open(repository.Root);

        Assert.Equal(expected ?? Path.GetFileName(repository.Root), RepositoryName.Of(read));
    }

    [Fact]
    public void Repository_without_remote_is_called_as_its_folder()
    {
        using var repository = new TestRepository();
        repository.Commit("Begin");

        using var read = GitRepository.Open(repository.Root);

        Assert.Equal(Path.GetFileName(repository.Root), RepositoryName.Of(read));
    }
}
