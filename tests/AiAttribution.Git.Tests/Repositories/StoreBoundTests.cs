using AiAttribution.Core.Lines;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Sessions;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Repositories;

/// <summary>What is more, larger or deeper than is read: it is said, and costs its own answer.</summary>
public class StoreBoundTests
{
    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void An_object_above_the_bound_is_not_read(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        repository.Write("Large.cs", new byte[5_000_000]).Commit("Large");
        Assert.Null(Read());
        repository.Git("repack", "-q", "-a", "-d");
        Assert.Null(Read());

        byte[]? Read()
        {
            using GitRepository opened = GitRepository.Open(repository.Root, reader);
            return opened.ReadFile(repository.Head, "Large.cs", 4_999_999);
        }
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_list_of_commits_above_its_bound_is_told(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        repository.Write(".ai-attribution-revs", new byte[(16 << 20) + 1]).Commit("Large");
        File.Delete(Path.Combine(repository.Root, ".ai-attribution-revs"));
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });

        Assert.Equal([".ai-attribution-revs is larger than 16 MiB and is not read"], scan.Summary.Problems);
        Assert.Equal([LineState.Other, LineState.Ai], ScanRunner.States(scan.Attribution, "A.cs"));
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_folder_too_deep_costs_its_own_files_and_is_told(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        string path = string.Concat(Enumerable.Repeat("d/", 300)) + "Deep.cs";
        var index = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = Path.Combine(repository.Root, ".git", "deep") };
        GitProcess.Run(repository.Root, null, index, "read-tree", "HEAD");
        GitProcess.Run(repository.Root, null, index, "update-index", "--add", "--cacheinfo", $"100644,{ScanRunner.Blob(repository, "deep\n")},{path}");
        string root = GitProcess.Run(repository.Root, null, index, "write-tree").Trim();
        repository.Git("update-ref", "HEAD", repository.Git("commit-tree", root, "-p", "HEAD", "-m", "Deep").Trim());
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });

        Assert.Equal([LineState.Other, LineState.Ai], ScanRunner.States(scan.Attribution, "A.cs"));
        Assert.Equal(LineState.Unknown, Assert.Single(new WorkingTreeAttribution(opened, scan).ForFile(path, "deep\n"u8).Runs).State);
        Assert.StartsWith("files more than 256 folders deep are left out", Assert.Single(scan.Summary.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_tree_of_more_paths_than_can_be_listed_is_refused(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        TwoCommits.CommitTree(repository, TreeOfTenBillionPaths(repository));

        Assert.Contains("2000000 files and folders", TwoCommits.Problem(repository, reader).Message, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_tree_of_more_paths_than_can_be_listed_is_refused_where_only_an_earlier_commit_has_it(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        string good = repository.Git("rev-parse", "HEAD^{tree}").Trim();
        TwoCommits.CommitTree(repository, TreeOfTenBillionPaths(repository));
        TwoCommits.CommitTree(repository, good);

        Assert.Contains("2000000 files and folders", TwoCommits.Problem(repository, reader).Message, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(EveryReader))]
    internal void A_reference_of_notes_with_more_paths_than_can_be_listed_costs_its_own_notes_and_is_told(GitReader reader)
    {
        using TestRepository repository = TwoCommits.Make();
        string notes = repository.Git("commit-tree", TreeOfTenBillionPaths(repository), "-m", "Notes").Trim();
        foreach (string reference in (string[])[SessionNote.Ref, DeploymentNotes.Reference])
            repository.Git("update-ref", reference, notes);
        using GitRepository opened = GitRepository.Open(repository.Root, reader);

        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { UseCache = false });

        Assert.Equal([LineState.Other, LineState.Ai], ScanRunner.States(scan.Attribution, "A.cs"));
        Assert.StartsWith(SessionNote.Ref + " is not read: a tree has more than 2000000", Assert.Single(scan.Summary.Problems), StringComparison.Ordinal);
        Assert.StartsWith(SessionNote.Ref + " is not read: ", Assert.Single(SessionNotes.Read(opened).Problems), StringComparison.Ordinal);
        Assert.StartsWith(DeploymentNotes.Reference + " is not read: ", Assert.Single(DeploymentNotes.Read(opened)).Problem, StringComparison.Ordinal);
    }

    private static string TreeOfTenBillionPaths(TestRepository repository)
    {
        string tree = TwoCommits.MakeTree(repository, $"100644 blob {ScanRunner.Blob(repository, "1\n")}\tA.cs\n");
        for (int depth = 0; depth < 10; depth++)
            tree = TwoCommits.MakeTree(repository, string.Concat(Enumerable.Range(0, 10).Select(i => $"040000 tree {tree}\t{i}\n")));
        return tree;
    }
}
