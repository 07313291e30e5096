using System.Text;
using AiAttribution.Cli.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests;

/// <summary>What a session wrote is found and judged, whatever stands between the working tree and the next commit.</summary>
public sealed class StagedKindTests : IDisposable
{
    private const string Cart = "src/Lib/Cart.cs";
    private const string Second = "    public int Second(int[] prices)\n    {\n        int second = 1;\n        foreach (int price in prices)\n            second *= price;\n        return second;\n    }\n";

    private readonly TemporaryFolder _home = new();
    private readonly TestRepository _repository = RepositoryBuilder.Create();

    public void Dispose()
    {
        _home.Dispose();
        _repository.Dispose();
    }

    [Theory]
    [InlineData("*.cs text eol=crlf", "crlf")]
    [InlineData("*.cs ident", "id")]
    [InlineData("Cart.cs working-tree-encoding=UTF-16", "utf-16")]
    [InlineData("*.cs filter=same", "plain")] // what a filter makes is not known on disk; in the index the text is the session's
    public async Task Conversions_of_git_hide_nothing(string attributes, string form)
    {
        _repository.Git("config", "filter.same.clean", "cat");
        _repository.Write(".gitattributes", attributes + "\n").Commit("Attributes");
        Log(Cart, SessionWork.Cart);
        string text = "// $Id$\n" + SessionWork.Cart;
        _repository.Write(Cart, form switch
        {
            "crlf" => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            "id" => Encoding.UTF8.GetBytes(text.Replace("$Id$", "$Id: 0123456789012345678901234567890123456789 $", StringComparison.Ordinal)),
            "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
            _ => Encoding.UTF8.GetBytes(text),
        }).Git("add", Cart);

        Assert.Equal(["Cart.Total(int[])"], await Told());
    }

    [Fact]
    public async Task Of_a_file_that_is_staged_in_part_only_that_part_is_judged()
    {
        string both = SessionWork.Cart.Replace("{\n    public int Total", "{\n" + Second + "\n    public int Total", StringComparison.Ordinal);
        Log(Cart, both);
        _repository.Write(Cart, SessionWork.Cart).Git("add", Cart);
        _repository.Write(Cart, both);
        Assert.Equal(["Cart.Total(int[])"], await Told());

        _repository.Git("add", Cart);
        Assert.Equal(["Cart.Second(int[])", "Cart.Total(int[])"], await Told());
    }

    [Fact]
    public async Task File_that_is_deleted_is_not_judged()
    {
        Log("src/Lib/A.cs", SessionWork.Cart);
        _repository.Write("src/Lib/A.cs", SessionWork.Cart).Commit("Add");
        _repository.Git("rm", "-q", "src/Lib/A.cs");

        Assert.Empty(await Told());
    }

    [Theory]
    [InlineData("checkout", "--detach")]
    [InlineData("switch", "-c", "feature")]
    [InlineData("update-index", "--split-index")]
    [InlineData("sparse-checkout", "set", "--sparse-index", "src")]
    public async Task Head_and_index_may_be_of_any_form(params string[] command)
    {
        _repository.Git(command);
        Log(Cart, SessionWork.Cart);
        _repository.Write(Cart, SessionWork.Cart).Git("add", Cart);

        Assert.Equal(["Cart.Total(int[])"], await Told());
    }

    [Theory]
    [InlineData("merge", "-q", "--no-commit", "--no-ff", "side")]
    [InlineData("cherry-pick", "--no-commit", "side")]
    [InlineData("rebase", "-q", "side")]
    public async Task What_a_merge_pick_or_rebase_brings_is_committed_already(params string[] command)
    {
        _repository.Write("both.txt", "start\n").Commit("Start");
        _repository.Git("switch", "-q", "-c", "side");
        _repository.Write("src/Lib/Side.cs", SessionWork.Cart.Replace("Cart", "Side", StringComparison.Ordinal)).Write("both.txt", "side\n").Commit("Side");
        _repository.Git("switch", "-q", "main");
        if (command[0] == "rebase")
            _repository.Write("both.txt", "main\n").Write("src/Lib/Mine.cs", "class Mine;\n").Commit("Mine");
        Log("src/Lib/Side.cs", SessionWork.Cart.Replace("Cart", "Side", StringComparison.Ordinal));
        try
        {
            _repository.Git(command);
        }
        catch (InvalidOperationException) when (command[0] == "rebase")
        {
            _repository.Write("both.txt", "merged\n").Git("add", "both.txt");
        }

        Log(Cart, SessionWork.Cart, "s2");
        _repository.Write(Cart, SessionWork.Cart).Git("add", Cart);

        Assert.Equal(command[0] == "cherry-pick" ? ["Cart.Total(int[])", "Side.Total(int[])"] : ["Cart.Total(int[])"], await Told());
    }

    [Fact]
    public async Task Linked_working_tree_is_judged_by_its_own_record()
    {
        string linked = Path.Combine(_home.Path, "linked");
        _repository.Git("worktree", "add", "-q", linked);
        var other = new TestRepository(linked);
        new AgentLog(_home.Path, linked, "s1").Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, Cart, SessionWork.Cart);
        other.Write(Cart, SessionWork.Cart).Git("add", Cart);

        Assert.Equal(["Cart.Total(int[])"], await Told(linked));
        Assert.Empty(await Told());

        // As git tells its hooks there.
        string own = Path.Combine(_repository.Root, ".git/worktrees/linked");
        ToolRun hook = await ToolRun.In([$"GIT_DIR={own}", $"GIT_INDEX_FILE={own}/index", $"HOME={_home.Path}"], linked, "check", "--staged");
        Assert.Contains("'Cart.Total(int[])' is 100 % AI-assisted", hook.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bare_repository_has_nothing_of_that()
    {
        using TemporaryFolder folder = new();
        _repository.Git("clone", "-q", "--bare", ".", folder.Path);

        Assert.Equal((2, "ai-attribution: this repository is bare, so it has no lines that are not committed; run it in a working tree.\n"), await Failed("working"));
        Assert.Equal((2, "ai-attribution: this repository is bare, so nothing is staged in it; run it in a working tree.\n"), await Failed("check", "--staged"));

        async Task<(int, string)> Failed(params string[] verb) => await ToolRun.Of(folder.Path, verb) is var run ? (run.ExitCode, run.Error) : default;
    }

    [Fact]
    public async Task What_lies_in_a_submodule_is_recorded_there_alone()
    {
        using TestRepository part = new();
        part.Write("Part.cs", "class Part;\n").Commit("Part");
        _repository.Git("-c", "protocol.file.allow=always", "submodule", "add", "-q", part.Root, "part");
        _repository.Write(".gitignore", "*.g.cs\n").Commit("Add the part");
        Log("part/Cart.cs", SessionWork.Cart);
        Log(Cart, SessionWork.Cart, "s2");
        Log("src/Lib/Made.g.cs", SessionWork.Cart, "s3");
        foreach (string path in new[] { "part/Cart.cs", Cart, "src/Lib/Made.g.cs" })
            _repository.Write(path, SessionWork.Cart);

        string first = (await ToolRun.Of(_repository.Root, "working", "--home", _home.Path)).Out;
        string inner = (await ToolRun.Of(Path.Combine(_repository.Root, "part"), "working", "--home", _home.Path)).Out;

        Assert.Equal((true, false, false), (first.Contains(Cart, StringComparison.Ordinal), first.Contains("part/", StringComparison.Ordinal), first.Contains("Made", StringComparison.Ordinal)));
        Assert.Contains("Cart.cs │            12 │ 12 │", inner, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Edit_over_a_link_is_one_of_the_file_that_git_has()
    {
        Directory.CreateSymbolicLink(Path.Combine(_repository.Root, "short"), Path.Combine(_repository.Root, "src/Lib"));
        File.CreateSymbolicLink(Path.Combine(_repository.Root, "Ring.cs"), Path.Combine(_repository.Root, "Ring.cs"));
        Log("short/Cart.cs", SessionWork.Cart);
        Log("Ring.cs", SessionWork.Cart, "s2");
        _repository.Write(Cart, SessionWork.Cart).Git("add", "-A");

        Assert.Equal(["Cart.Total(int[])"], await Told());
    }

    [Fact]
    public async Task Before_the_first_commit_nothing_is_judged()
    {
        using var repository = new TestRepository();
        repository.Write("A.cs", SessionWork.Cart).Git("add", "A.cs");

        ToolRun run = await ToolRun.Of(repository.Root, "check", "--staged");

        Assert.Equal((0, "There is no commit yet; what the first one brings is judged after it.\n"), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Paths_in_conflict_are_told_and_left_out()
    {
        _repository.Git("switch", "-q", "-c", "side");
        _repository.Write("A.cs", "side\n").Commit("Side");
        _repository.Git("switch", "-q", "main");
        _repository.Write("A.cs", "main\n").Commit("Main");
        Assert.Throws<InvalidOperationException>(() => _repository.Git("merge", "-q", "side"));

        ToolRun run = await ToolRun.Of(_repository.Root, "check", "--staged");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("1 path is not merged yet (A.cs) and not judged; git does not commit before they are.\n", run.Out, StringComparison.Ordinal);
    }

    private void Log(string path, string text, string session = "s1") =>
        new AgentLog(_home.Path, _repository.Root, session).Respond(DateTimeOffset.UtcNow.AddMinutes(-1), 90, path, text);

    /// <summary>Members of what is staged without a test.</summary>
    private async Task<string[]> Told(string? folder = null)
    {
        await ToolRun.Of(folder ?? _repository.Root, "working", "--home", _home.Path);
        ToolRun run = await ToolRun.Of(folder ?? _repository.Root, "check", "--staged");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return [.. run.Out.Split('\n').Where(line => line.Contains("): AIA1005: ", StringComparison.Ordinal)).Select(line => line.Split('\'')[1]).Order(StringComparer.Ordinal)];
    }
}
