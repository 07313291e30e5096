using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Deployments;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Cli.Capture;

/// <summary>From logs to notes: reads the logs, links this repository's sessions to its commits, and adds to the notes what they do not hold yet.</summary>
internal static class CaptureWork
{
    // An author's clock may be ahead, and a session begins before its first commit.
    private static readonly TimeSpan Margin = TimeSpan.FromDays(1);

    /// <exception cref="RepositoryException">The repository cannot be read or written.</exception>
    public static CaptureOutcome Run(GitRepository repository, CaptureRequest request, CancellationToken cancel)
    {
        var problems = new List<string>();
        AgentSession[] sessions = [.. Sessions(repository, request, problems).Where(s => s.End is not { } end || request.Since is not { } since || end >= since)];
        var keeper = new NoteKeeper(repository);
        using IDisposable? turn = request.DryRun ? null : keeper.Lock(cancel);

        int copied = keeper.CopyOld(request.DryRun);
        int copiedDeployments = DeploymentNotes.Copy(repository, DeploymentNotes.OldReference, request.DryRun);

        // A hook has no time to look for what a server made of older commits.
        IReadOnlyList<(string Old, string New)> replaced = request.HookLinks is null ? keeper.Replaced(repository.ResolveCommit("HEAD")) : [];
        if (!request.DryRun)
            keeper.Copy(replaced);
        SessionNotes notes = SessionNotes.Read(repository);
        problems.AddRange(notes.Problems);
        LinkPlan plan = SessionLinker.Plan(Input(repository, request, sessions, notes));
        IReadOnlyList<string> written = request.DryRun ? [.. plan.Allocations.Keys] : keeper.Add(plan.Allocations, "Record sessions of commits");
        HashSet<string> noted = Noted(notes);
        int known = sessions.Sum(s => s.Responses.Count(r => noted.Contains(ResponseKeys.Of(s.Agent, r))));
        return new CaptureOutcome(sessions, plan, known, written, problems) { Replaced = replaced, Copied = copied, CopiedDeployments = copiedDeployments };
    }

    private static IEnumerable<AgentSession> Sessions(GitRepository repository, CaptureRequest request, List<string> problems)
    {
        // A hook runs at every commit: only logs that changed since the last one are read.
        AgentHome home = request.Home;
        (IReadOnlyList<AgentSession> sessions, IReadOnlyList<LogProblem> unread) = new SessionStore(home, SessionReaders.All, SessionStore.DefaultFolder(home)).Sessions();
        problems.AddRange(unread.Select(problem => $"{problem.File}: {problem.Sentence}"));
        var place = new RepositoryPlace(WorkingTrees.Roots(repository).Concat(request.Roots));
        return sessions.Select(place.PartOf).OfType<AgentSession>();
    }

    private static LinkInput Input(GitRepository repository, CaptureRequest request, AgentSession[] sessions, SessionNotes notes)
    {
        DateTimeOffset first = sessions.Min(s => s.Start) ?? request.Now;
        DateTimeOffset since = request.Since is { } wanted && wanted > first ? wanted : first;
        IReadOnlyList<LinkCommit> commits = sessions.Length == 0 ? [] : CommitWindow.Read(repository, since - Margin);
        return new LinkInput
        {
            Commits = commits,
            Sessions = sessions,
            Known = [.. KnownLinks.Of(notes.ByCommit), .. request.HookLinks?.Invoke(repository.ResolveCommit("HEAD")) ?? []],
            Allocated = Noted(notes),
            Now = request.Now,
            Prices = RepositoryPrices.Of(repository).Table,
        };
    }

    private static HashSet<string> Noted(SessionNotes notes) => [.. notes.ByCommit.Values.SelectMany(n => n).SelectMany(a => a.Responses)];
}
