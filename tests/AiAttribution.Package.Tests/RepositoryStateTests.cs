using AiAttribution.Package.Tests.Fixtures;
using AiAttribution.Testing.Files;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Package.Tests;

public class RepositoryStateTests
{
    [Fact]
    public void Sources_from_a_zip_file_build_without_a_warning()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Directory.Delete(sandbox.PathOf(".git"), recursive: true);

        BuildResult build = sandbox.Build("-v:n").Succeeded();

        Assert.Contains("message AIA9001", build.Output);
        Assert.DoesNotContain(build.Own, d => d.Level != "message");

        BuildDiagnostic gate = Assert.Single(sandbox.Build("-p:AiAttributionVerify=error").Failed().Own);
        Assert.Equal(("AIA2016", "error"), (gate.Code, gate.Level));
        Assert.Single(sandbox.Build("-p:AiAttributionVerify=warn", "-p:AiAttributionEnabled=false").Succeeded().Of("AIA2016"));
    }

    [Fact]
    public void Pointer_to_a_repository_that_is_elsewhere_is_named_by_the_gate()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Directory.Delete(sandbox.PathOf(".git"), recursive: true);
        sandbox.Write(".git", "gitdir: /host/repo/.git/worktrees/x\n");

        BuildDiagnostic warning = Assert.Single(sandbox.Build("-p:AiAttributionVerify=warn").Succeeded().Own);

        Assert.Equal("AIA2016", warning.Code);
        Assert.Contains(".git points to /host/repo/.git/worktrees/x, which is not here. Mount it, or build in a clone.", warning.Message);
    }

    [Fact]
    public void Build_goes_on_when_collecting_fails_and_judges_nothing_older()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        Assert.Single(sandbox.Build().Succeeded().Of("AIA1005"));
        // A folder that is in the way of the data file keeps it from being written in each build.
        string data = Path.Combine(Path.GetDirectoryName(sandbox.Snapshot)!, "AiAttribution.json");
        File.Delete(data);
        Directory.CreateDirectory(data);
        File.WriteAllText(Path.Combine(data, "in the way"), "");

        BuildResult build = sandbox.Build("--no-incremental", "-p:AiAttributionVerify=warn").Succeeded();

        Assert.Equal(["AIA2016", "AIA9018"], build.Own.Select(d => d.Code).Order());
        Assert.False(File.Exists(sandbox.Snapshot));
        Assert.False(File.Exists(sandbox.MarkdownReport));
        Directory.Delete(data, recursive: true);
        Assert.Single(sandbox.Build().Succeeded().Of("AIA1005"));

        File.Delete(sandbox.Snapshot);
        Directory.CreateDirectory(sandbox.Snapshot);
        File.WriteAllText(Path.Combine(sandbox.Snapshot, "in the way"), "");
        Assert.Equal(["AIA9018"], sandbox.Build("--no-incremental").Succeeded().Own.Select(d => d.Code));
    }

    [Fact]
    public void Linked_worktree_warns_and_notices_its_own_commits()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        using var folder = new TemporaryFolder();
        sandbox.Repository.Git("worktree", "add", "-q", "-b", "side", Path.Combine(folder.Path, "tree"));
        Sandbox tree = Sandbox.At(Path.Combine(folder.Path, "tree"));

        Assert.Equal(7, Assert.Single(tree.Build().Succeeded().Own).Line);
        tree.CommitPrices("// note\n" + PricesSource.WithMethod, "Add a note");
        Assert.Equal(8, Assert.Single(tree.Build().Succeeded().Own).Line);
        IReadOnlyList<string> before = tree.State(tree.Snapshot, tree.JsonReport);
        tree.Build().Succeeded();
        Assert.Equal(before, tree.State(tree.Snapshot, tree.JsonReport));
    }

    [Fact]
    public void Submodule_is_attributed_by_its_own_history()
    {
        using Sandbox module = Sandbox.WithAiMethod();
        using var outer = new TestRepository();
        outer.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", module.Root, "module");
        outer.Commit("Add the module");
        Sandbox inside = Sandbox.At(Path.Combine(outer.Root, "module"));

        Assert.Equal("AIA1005", Assert.Single(inside.Build().Succeeded().Own).Code);
        Assert.Contains(module.Repository.Head, File.ReadAllText(inside.JsonReport));
    }

    [Fact]
    public void Path_with_spaces_and_other_letters_works()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod("über uns/日本 (1)");

        Assert.Equal(("Prices.cs", 7), Assert.Single(sandbox.Build().Succeeded().Own) is var warning ? (warning.File, warning.Line) : default);
        IReadOnlyList<string> before = sandbox.State(sandbox.Snapshot, sandbox.JsonReport);
        sandbox.Build().Succeeded();
        Assert.Equal(before, sandbox.State(sandbox.Snapshot, sandbox.JsonReport));
    }

    [Fact]
    public void Git_directory_may_be_read_only()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        string git = sandbox.PathOf(".git");
        SetWritable(git, false);

        BuildResult build = sandbox.Build().Succeeded();

        SetWritable(git, true);
        Assert.Equal("AIA1005", Assert.Single(build.Own).Code);
    }

    [Fact]
    public async Task Two_builds_of_one_clone_at_once_do_not_disturb_each_other()
    {
        using Sandbox sandbox = Sandbox.WithAiMethod();
        sandbox.Write("Other/Other.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Compile Include="../App/Prices.cs" /></ItemGroup></Project>""");

        BuildResult[] builds = await Task.WhenAll(Task.Run(() => sandbox.Run("build", "App")), Task.Run(() => sandbox.Run("build", "Other")));

        Assert.All(builds, build => Assert.Equal("AIA1005", Assert.Single(build.Succeeded().Own).Code));
    }

    private static void SetWritable(string folder, bool writable)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (string entry in Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            UnixFileMode mode = File.GetUnixFileMode(entry) & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
            File.SetUnixFileMode(entry, writable ? mode | UnixFileMode.UserWrite : mode);
        }
    }
}
