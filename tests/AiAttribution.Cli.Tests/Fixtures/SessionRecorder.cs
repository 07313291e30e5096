using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>Records of sessions in git.</summary>
internal static class SessionRecorder
{
    /// <summary>Records that a commit used so many tokens for so many dollars.</summary>
    public static TestRepository Record(this TestRepository repository, string revision, long tokens, decimal cost)
    {
        using GitRepository git = GitRepository.Open(repository.Root);
        string commit = git.ResolveCommit(revision);
        var allocation = new Allocation
        {
            Id = commit,
            Agent = "claude-code",
            Session = commit,
            Models = [new ModelUsage("claude-opus-4-8", new TokenUsage(tokens / 2, tokens - (tokens / 2)))],
            CostComputed = cost,
        };
        new NoteKeeper(git).Add(new Dictionary<string, IReadOnlyList<Allocation>> { [commit] = [allocation] }, "Record");
        return repository;
    }
}
