using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

public class RepositoryConfigTests
{
    [Theory]
    [InlineData("[Remote \"Upstream\"]\n  URL = x", "remote|Upstream|url|x")]
    [InlineData("[remote \"a\\\"b\\\\c]d\"] url=x", "remote|a\"b\\c]d|url|x")]
    [InlineData("[Branch.Main]\nmerge=x", "branch|main|merge|x")]
    [InlineData("[core]\nbare", "core||bare|true")]
    [InlineData("[core] # of all\n ; none\nbare = no ; not here", "core||bare|no")]
    [InlineData("[a]\nb = one \\\n  two", "a||b|one   two")]
    [InlineData("[a]\r\nb = one\\\r\ntwo\r\n", "a||b|onetwo")]
    [InlineData("[a]\nb = \" # \" ; c", "a||b| # ")]
    [InlineData("[a]\nb = x\\ty\\\"z", "a||b|x\ty\"z")]
    [InlineData("[a]\nb =", "a||b|")]
    [InlineData("[a\nb = c", "a||b|c")]
    [InlineData("[a]\n= c\nb = \\", "a|||c a||b|")]
    public void Settings_are_read_as_git_writes_them(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', ConfigText.Parse(text).Select(s => $"{s.Section}|{s.Subsection}|{s.Key}|{s.Value}")));

    [Fact]
    public void Names_of_remotes_keep_their_case_and_origin_stands_first()
    {
        using var repository = new TestRepository();
        foreach (string name in (string[])["Upstream", "origin", "backup"])
            repository.Git("remote", "add", name, "/nowhere");

        Assert.Equal(["origin", "Upstream", "backup"], Read(repository).Remotes);
    }

    [Fact]
    public void An_included_file_of_the_git_directory_counts()
    {
        using var repository = new TestRepository();
        File.WriteAllText(Path.Combine(repository.Root, ".git/more"), "[remote \"Mirror\"]\n\turl = /nowhere\n");
        repository.Git("config", "include.path", "more");

        Assert.Equal(["Mirror"], Read(repository).Remotes);
    }

    [Fact]
    public void An_included_file_of_the_working_tree_or_another_folder_does_not_count()
    {
        using var repository = new TestRepository();
        using var other = new TemporaryFolder();
        string text = "[remote \"Mirror\"]\n\turl = /nowhere\n";
        repository.Write("more", text);
        File.WriteAllText(Path.Combine(other.Path, "more"), text);
        repository.Git("config", "--add", "include.path", "../more");
        repository.Git("config", "--add", "include.path", Path.Combine(other.Path, "more"));

        Assert.Empty(Read(repository).Remotes);
    }

    [Fact]
    public void A_file_that_includes_itself_ends()
    {
        using var repository = new TestRepository();
        File.AppendAllText(Path.Combine(repository.Root, ".git/config"), "[include]\n\tpath = config\n\tpath = config\n[remote \"Upstream\"]\n\turl = x\n");

        Assert.Equal(["Upstream"], Read(repository).Remotes);
    }

    private static RepositoryConfig Read(TestRepository repository) => RepositoryConfig.Read(RepositoryLayout.Find(repository.Root)!);
}
