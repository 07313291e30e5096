using System.Text;
using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Capture;

/// <summary>From logs to the record of one working tree: reads what sessions wrote, and finds it again, by content, among the lines that are not committed.</summary>
internal sealed class WorkingWork
{
    private const int MostFiles = 5_000;

    private readonly GitRepository _repository;
    private readonly WorkingRequest _request;
    private readonly ChangedTexts _texts;
    private readonly WorkingSessions _sessions = new();
    private readonly Dictionary<string, List<WrittenBlock>> _written = new(StringComparer.Ordinal);
    private readonly List<string> _problems = [];

    private WorkingWork(GitRepository repository, WorkingRequest request)
    {
        _repository = repository;
        _request = request;
        _texts = new ChangedTexts(repository);
    }

    /// <summary>Makes the record anew, and writes it where it differs from the one that is there.</summary>
    /// <exception cref="RepositoryException">The repository cannot be read.</exception>
    /// <exception cref="IOException">The record cannot be written.</exception>
    public static WorkingOutcome Run(GitRepository repository, WorkingRequest request) => new WorkingWork(repository, request).Run();

    private WorkingOutcome Run()
    {
        ReadLogs();
        ReadGitAi();
        string[] paths = [.. _written.Keys.Order(StringComparer.Ordinal).Take(MostFiles)];
        if (paths.Length < _written.Count)
            _problems.Add($"sessions wrote to {_written.Count} files; {MostFiles} of them are looked at");
        StagedFiles? staged = paths.Length > 0 ? Staged() : null;
        var files = new List<WorkingFile>();
        var blocks = new Dictionary<string, IReadOnlyList<WrittenBlock>>(StringComparer.Ordinal);
        foreach ((WorkingFile file, WrittenBlock[] own) in WithoutIgnored([.. paths.Select(path => Find(path, staged)).Where(found => found.Blocks.Length > 0)]))
        {
            files.Add(file);
            blocks.Add(file.Path, own);
        }

        WorkingRecord record = _sessions.Record(blocks);
        bool isChanged = !_request.DryRun && WorkingRecordFile.Write(_repository, record);
        return new WorkingOutcome(record, [.. files.Select(_sessions.Renumbered)], isChanged, _problems);
    }

    /// <summary>What is staged; null before the first commit, without git, and where the index cannot be read, which costs what stands in it alone.</summary>
    private StagedFiles? Staged()
    {
        try
        {
            return _repository.FindCommit("HEAD") is not null && GitExecutable.Find() is not null ? StagedFiles.Read(_repository, _request.Index) : null;
        }
        catch (RepositoryException problem)
        {
            _problems.Add($"{problem.Message}, so what stands in the index alone is not looked at. {problem.Remedy}");
            return null;
        }
    }

    /// <summary>What sessions on this machine wrote into this working tree, the oldest first.</summary>
    private void ReadLogs()
    {
        AgentHome home = _request.Home;
        (IReadOnlyList<AgentSession> sessions, IReadOnlyList<LogProblem> unread) = new SessionStore(home, SessionReaders.All, SessionStore.DefaultFolder(home)).Sessions();
        _problems.AddRange(unread.Select(problem => $"{problem.File}: {problem.Sentence}"));
        var place = new RepositoryPlace([_repository.WorkingDirectory!, .. _request.Roots]);
        IEnumerable<(AgentSession Session, EditedFile Edit, string? Path)> edits =
            from session in sessions
            where session.End is not { } end || end >= _request.Since
            from edit in session.EditedFiles
            where edit.LineHashes.Count > 0 && (edit.Time is not { } time || time >= _request.Since)
            orderby edit.Time
            select (session, edit, place.Relative(edit.Path, session.WorkingDirectory));
        foreach ((AgentSession session, EditedFile edit, string? path) in edits.Where(edit => edit.Path is not null))
            Add(path!, new WrittenBlock(_sessions.NumberOf(Describe(session)), edit.LineHashes));
    }

    private void ReadGitAi()
    {
        if (GitAiWorkingLogs.Find(_repository) is not { } logs)
            return;
        foreach ((string path, WorkingSession session, IReadOnlyList<uint> lines) in logs.Lines())
            Add(path, new WrittenBlock(_sessions.NumberOf(session), lines));
        _problems.AddRange(logs.Problems);
    }

    private void Add(string path, WrittenBlock block)
    {
        if (!_written.TryGetValue(path, out List<WrittenBlock>? blocks))
            _written.Add(path, blocks = []);
        blocks.Add(block);
    }

    /// <summary>What stands on disk of it, and what stands in the index alone.</summary>
    private (WorkingFile File, WrittenBlock[] Blocks) Find(string path, StagedFiles? staged)
    {
        ChangedText? disk = OnDisk(path) is { } bytes ? _texts.OnDisk(path, bytes) : null;
        ChangedText? index = staged?.Find(path) is { Entry.IsFile: true } file && _repository.Objects.Read(file.Entry.Id, SourceFile.MostBytes) is { } stored ? _texts.Stored(path, file.Committed, stored) : null;
        int[] writers = disk is null ? [] : WrittenLines.Of(disk.Hashes, disk.IsChanged, _written[path]);
        IEnumerable<WrittenBlock> blocks = disk is null ? [] : WrittenLines.Blocks(disk.Hashes, writers);
        if (index is not null)
            blocks = blocks.Concat(WrittenLines.Blocks(index.Hashes, WrittenLines.Of(index.Hashes, index.IsChanged, _written[path])));
        return (new WorkingFile(path, disk?.Changed ?? 0, writers), [.. blocks.DistinctBy(block => (block.Writer, string.Join(',', block.Lines)))]);
    }

    private byte[]? OnDisk(string path) =>
        RepositoryPaths.Full(_repository, path) is { } full && !RepositoryPaths.LeadsOut(_repository, full) && BoundedFile.Read(full, SourceFile.MostBytes).Bytes is { } bytes ? bytes : null;

    /// <summary>Nobody commits what git ignores.</summary>
    private IEnumerable<(WorkingFile File, WrittenBlock[] Blocks)> WithoutIgnored((WorkingFile File, WrittenBlock[] Blocks)[] found)
    {
        if (found.Length == 0 || GitExecutable.Find() is not { } git)
            return found;
        byte[] paths = Encoding.UTF8.GetBytes(string.Join('\0', found.Select(file => file.File.Path)) + '\0');
        HashSet<string> ignored = [.. new GitCommand(git, _repository.Layout.Place).Feed(paths, "check-ignore", "-z", "--stdin").Text.Split('\0')];
        return found.Where(file => !ignored.Contains(file.File.Path));
    }

    private static WorkingSession Describe(AgentSession session) => new(
        AgentNames.Canonical(session.Agent),
        session.Models is [var only] ? NoteWords.Model(only) : null,
        new SessionKey(AgentNames.Provider(session.Agent), NoteWords.SessionId(session.Id)),
        EvidenceKind.SessionNote);
}
