using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Files;

namespace AiAttribution.Git.Tests.WorkingTree;

/// <summary>What is written in a working tree stays in it, and out of git's own folder.</summary>
public sealed class SafeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SafeFileTests()
    {
        Directory.CreateDirectory(PathOf(".git/hooks"));
        File.WriteAllText(PathOf(".git/hooks/post-commit"), "#!/bin/sh\n");
        Directory.CreateDirectory(PathOf("out"));
    }

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("out/report.md", "../.git/hooks/post-commit")]
    [InlineData("way", ".git/hooks")]
    public void Link_into_git_is_refused(string link, string target)
    {
        File.CreateSymbolicLink(PathOf(link), target);

        Assert.Throws<IOException>(() => SafeFile.Write(PathOf(link == "way" ? "way/post-commit" : link), "echo ours"));

        Assert.Equal("#!/bin/sh\n", File.ReadAllText(PathOf(".git/hooks/post-commit")));
    }

    [UnixFact]
    public void Link_to_another_file_of_the_tree_is_replaced_and_not_followed()
    {
        File.WriteAllText(PathOf("A.cs"), "class A;");
        File.CreateSymbolicLink(PathOf("out/report.md"), "../A.cs");

        SafeFile.Write(PathOf("out/report.md"), "ours");

        Assert.Equal(("class A;", "ours"), (File.ReadAllText(PathOf("A.cs")), File.ReadAllText(PathOf("out/report.md"))));
    }

    [UnixFact]
    public void Link_into_git_is_not_read()
    {
        File.WriteAllText(PathOf(".git/config"), "token");
        File.CreateSymbolicLink(PathOf("out/coverage.xml"), "../.git/config");

        Assert.Null(BoundedFile.Read(PathOf("out/coverage.xml"), 100).Bytes);
    }

    [Fact]
    public void Folder_of_git_that_a_user_names_is_taken()
    {
        SafeFile.Write(PathOf(".git/reports/report.md"), "ours");

        Assert.Equal("ours", File.ReadAllText(PathOf(".git/reports/report.md")));
    }

    private string PathOf(string path) => Path.Combine(_folder.Path, path);
}
