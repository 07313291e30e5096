using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Sessions.Linking;

public class RepositoryPlaceTests
{
    private static readonly RepositoryPlace Place = new(["/src/app", "/src/app-worktree/"]);

    [Theory]
    [InlineData("/src/app/lib/A.cs", null, "lib/A.cs")]
    [InlineData("/src/app-worktree/A.cs", null, "A.cs")]
    [InlineData("/src/application/A.cs", null, null)]
    [InlineData("/src/app/../other/A.cs", null, null)]
    [InlineData("A.cs", "/src/app/lib", "lib/A.cs")]
    [InlineData("../A.cs", "/src/app/lib", "A.cs")]
    [InlineData("../../../etc/passwd", "/src/app/lib", null)]
    [InlineData("A.cs", null, null)]
    [InlineData("/src/app", null, null)]
    public void Path_counts_from_the_root_of_its_working_tree(string path, string? folder, string? expected) =>
        Assert.Equal(expected, Place.Relative(path, folder));

    [Fact]
    public void Drive_letters_and_backslashes_are_paths_too() =>
        Assert.Equal("lib/A.cs", new RepositoryPlace([@"C:\src\app"]).Relative(@"lib\A.cs", @"C:\src\app"));

    [Theory]
    [InlineData("/mnt/c/src/app", @"C:\src\app\lib\A.cs", null)]
    [InlineData("/mnt/c/src/app", @"lib\A.cs", @"c:\src\app")]
    [InlineData(@"C:\src\app", "/mnt/c/src/app/lib/A.cs", null)]
    [InlineData(@"C:\src\app", "/c/src/app/lib/A.cs", null)]
    [InlineData(@"C:\src\app", "/cygdrive/c/src/app/lib/A.cs", null)]
    [InlineData(@"C:\src\app", @"\\?\C:\src\app\lib\A.cs", null)]
    [InlineData(@"C:\Src\App", @"c:\src\app\lib\A.cs", null)]
    [InlineData("/home/me/app", @"\\wsl$\Ubuntu\home\me\app\lib\A.cs", null)]
    [InlineData("/home/me/app", @"\\wsl.localhost\Ubuntu-24.04\home\me\app\lib\A.cs", null)]
    [InlineData(@"\\wsl.localhost\Ubuntu\home\me\app", "lib/A.cs", "/home/me/app")]
    [InlineData(@"\\server\share\app", @"\\?\UNC\server\share\app\lib\A.cs", null)]
    [InlineData("/workspaces/app", "/workspaces/app/lib/A.cs", null)]
    public void One_folder_is_known_by_the_paths_of_windows_wsl_and_shells(string root, string path, string? folder) =>
        Assert.Equal("lib/A.cs", new RepositoryPlace([root]).Relative(path, folder));

    [Theory]
    [InlineData("/home/me/App", "/home/me/app/A.cs")]
    [InlineData("/mnt/data/app", @"C:\data\app\A.cs")]
    [InlineData(@"C:\src\app", @"D:\src\app\A.cs")]
    [InlineData(@"\\server\share\app", @"\\server\other\app\A.cs")]
    public void Other_folder_of_a_like_path_is_not_taken_for_it(string root, string path) => Assert.Null(new RepositoryPlace([root]).Relative(path, null));

    [Theory]
    [InlineData("/src/app/.claude/worktrees/fix-1/lib/A.cs", "lib/A.cs")]
    [InlineData("/src/app/.worktrees/fix-1/lib/A.cs", "lib/A.cs")]
    [InlineData("/src/app/.claude/worktrees/fix-1", null)]
    [InlineData("/src/app/.claude/settings.json", ".claude/settings.json")]
    public void Working_tree_that_an_agent_made_and_removed_had_the_same_files(string path, string? expected) => Assert.Equal(expected, Place.Relative(path, null));

    [Fact]
    public void Response_belongs_to_one_of_two_repositories_only()
    {
        RepositoryPlace other = new(["/src/other"]);
        EditedFile here = SessionBuilder.Edit("/src/app/A.cs", 1);
        EditedFile there = SessionBuilder.Edit("/src/other/B.cs", 2);
        foreach (EditedFile[] edits in new EditedFile[][] { [], [here], [there], [here, there] })
        {
            foreach (string start in new[] { "/src/app", "/src/other", "/elsewhere" })
            {
                UsageRecord[] responses = [SessionBuilder.Response("1", 1) with { WorkingDirectory = "/src/app" }, SessionBuilder.Response("2", 2) with { WorkingDirectory = "/src/other" }, SessionBuilder.Response("3", 3)];
                AgentSession session = SessionBuilder.Session("s", responses, edits) with { WorkingDirectory = start };
                List<string> owned = [.. new[] { Place.PartOf(session), other.PartOf(session) }.SelectMany(part => part?.Responses ?? []).Select(r => r.Key)];

                Assert.Equal(owned.Distinct().Count(), owned.Count);
            }
        }
    }
}
