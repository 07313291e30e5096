using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.WorkingTree;

public class ConversionTests
{
    [Theory]
    [InlineData("*.cs text working-tree-encoding=UTF-16LE-BOM")]
    [InlineData("*.cs text working-tree-encoding=UTF-16BE")]
    [InlineData("*.cs text working-tree-encoding=UTF-16LE eol=crlf")]
    [InlineData("*.cs text working-tree-encoding=ISO-8859-1")]
    [InlineData("*.cs text working-tree-encoding=windows-1252")]
    [InlineData("*.cs ident")]
    [InlineData("*.cs ident eol=crlf")]
    [InlineData("src/*.cs ident\n*.cs working-tree-encoding=UTF-16LE-BOM")]
    public void Clean_checkout_is_as_the_commit_whatever_git_converts(string attributes)
    {
        using TestRepository repository = CheckedOut(attributes);

        Assert.NotEqual(Encoding.UTF8.GetBytes(repository.Git("cat-file", "blob", "HEAD:src/A.cs")), File.ReadAllBytes(Path.Combine(repository.Root, "src", "A.cs")));
        Assert.Equal("aoo", States(repository));
    }

    [Theory]
    [InlineData("*.cs -ident", "a?o")]
    [InlineData("*.vb ident", "a?o")]
    public void Without_the_attribute_an_expanded_id_is_a_change(string attributes, string expected)
    {
        using TestRepository repository = CheckedOut(attributes);
        repository.Write("src/A.cs", repository.Read("src/A.cs").Replace("$Id$", "$Id: 0123 $", StringComparison.Ordinal));

        Assert.Equal(expected, States(repository));
    }

    [Fact]
    public void Attributes_of_a_deeper_folder_and_of_the_clone_win()
    {
        using TestRepository repository = CheckedOut("*.cs ident", ("src/.gitattributes", "*.cs -ident\n"));
        repository.Write("src/A.cs", repository.Read("src/A.cs").Replace("$Id$", "$Id: 0123 $", StringComparison.Ordinal));
        string before = States(repository);
        Directory.CreateDirectory(Path.Combine(repository.Root, ".git", "info"));
        File.WriteAllText(Path.Combine(repository.Root, ".git", "info", "attributes"), "src/A.cs ident\n");

        Assert.Equal(("a?o", "aoo"), (before, States(repository)));
    }

    [Fact]
    public void Encoding_that_nobody_knows_leaves_the_file_as_it_is()
    {
        using TestRepository repository = CheckedOut("*.cs diff");
        repository.Write(".gitattributes", "*.cs working-tree-encoding=no-such-code\n").Git("add", ".gitattributes");
        repository.CommitStaged("Attributes");

        Assert.Equal("aoo", States(repository));
    }

    [Fact]
    public void Filter_is_named_and_never_run()
    {
        using TestRepository repository = CheckedOut("*.cs filter=secret");
        using GitRepository opened = GitRepository.Open(repository.Root);
        var tree = new WorkingTreeAttribution(opened, ScanRunner.Scan(repository));

        Assert.Equal("secret", tree.Filter("src/A.cs"));
        Assert.Null(tree.Filter("README.md"));
    }

    private static TestRepository CheckedOut(string attributes, params (string Path, string Text)[] more)
    {
        TestRepository repository = new();
        repository.Write("src/A.cs", "// $Id$ é\n// end\n").Commit("Start");
        repository.Write("src/A.cs", "// ai\n// $Id$ é\n// end\n").Commit(ScanRunner.ByClaude);
        foreach ((string path, string text) in more.Append((".gitattributes", attributes + "\n")))
            repository.Write(path, text).Git("add", path);
        repository.CommitStaged("Attributes");
        File.Delete(Path.Combine(repository.Root, "src", "A.cs"));
        repository.Git("checkout", "-q", "--", "src/A.cs");
        return repository;
    }

    private static string States(TestRepository repository)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        FileAttribution file = new WorkingTreeAttribution(opened, ScanRunner.Scan(repository)).ForFile("src/A.cs", File.ReadAllBytes(Path.Combine(repository.Root, "src", "A.cs")));
        return string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(run.State switch { LineState.Ai => 'a', LineState.Other => 'o', _ => '?' }, run.Count)));
    }
}
