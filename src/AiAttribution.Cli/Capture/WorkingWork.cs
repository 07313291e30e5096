using System.Text;
using AiAttribution.Cli.Logs;
using AiAttribution.Cli.Sessions;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
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
    private readonly Dictionary<string, List<WrittenBlock>> _repeating = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _untold = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);
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
        string[] all = [.. _written.Keys.Union(_repeating.Keys, StringComparer.Ordinal)];
        string[] paths = [.. all.Order(StringComparer.Ordinal).Take(MostFiles)];
        if (paths.Length < all.Length)
            _problems.Add($"sessions wrote to {all.Length} files; {MostFiles} of them are looked at");
        StagedFiles? staged = paths.Length > 0 ? Staged() : null;
        var files = new List<WorkingFile>();
        var blocks = new Dictionary<string, IReadOnlyList<WrittenBlock>>(StringComparer.Ordinal);
        foreach ((WorkingFile file, WrittenBlock[] own) in WithoutIgnored([.. paths.Select(path => Find(path, staged)).Where(found => found.Blocks.Length > 0)]))
        {
            files.Add(file);
            blocks.Add(file.Path, own);
        }

        if (_untold.Count > 0)
            _problems.Add(Untold());
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
            from session in sessions.Concat(_request.Told)
            where session.End is not { } end || end >= _request.Since
            from edit in session.EditedFiles
            where edit.LineHashes.Count > 0 && (edit.Time is not { } time || time >= _request.Since)
            orderby edit.Time
            select (session, edit, place.Relative(edit.Path, session.WorkingDirectory));
        foreach ((AgentSession session, EditedFile edit, string? path) in edits.Where(edit => edit.Path is not null))
            Add(edit.MayRepeat ? _repeating : _written, path!, new WrittenBlock(_sessions.NumberOf(Describe(session)), edit.LineHashes));
    }

    private void ReadGitAi()
    {
        if (GitAiWorkingLogs.Find(_repository) is not { } logs)
            return;
        foreach ((string path, WorkingSession session, IReadOnlyList<uint> lines) in logs.Lines())
            Add(_written, path, new WrittenBlock(_sessions.NumberOf(session), lines));
        _problems.AddRange(logs.Problems);
    }

    private void Add(Dictionary<string, List<WrittenBlock>> written, string path, WrittenBlock block)
    {
        if (!_known.TryGetValue(path, out string? known))
            _known.Add(path, known = RepositoryPaths.Known(_repository, path));
        if (known is null)
            return;
        if (!written.TryGetValue(known, out List<WrittenBlock>? blocks))
            written.Add(known, blocks = []);
        blocks.Add(block);
    }

    /// <summary>What stands on disk of it, and what stands in the index alone.</summary>
    private (WorkingFile File, WrittenBlock[] Blocks) Find(string path, StagedFiles? staged)
    {
        ChangedText? disk = OnDisk(path) is { } bytes ? _texts.OnDisk(path, bytes) : null;
        ChangedText? index = staged?.Find(path) is { Entry.IsFile: true } file && _repository.Objects.Read(file.Entry.Id, SourceFile.MostBytes) is { } stored ? _texts.Stored(path, file.Committed, stored) : null;
        List<WrittenBlock> written = _written.GetValueOrDefault(path) ?? [];
        int[] writers = disk is null ? [] : WrittenLines.Of(disk.Hashes, disk.IsChanged, written);
        if (disk is not null && _repeating.TryGetValue(path, out List<WrittenBlock>? repeating))
            NoteUntold(path, WrittenLines.Of(disk.Hashes, [.. disk.IsChanged.Select((changed, line) => changed && writers[line] == WrittenLines.Nobody)], repeating));
        IEnumerable<WrittenBlock> blocks = disk is null ? [] : WrittenLines.Blocks(disk.Hashes, writers);
        if (index is not null)
            blocks = blocks.Concat(WrittenLines.Blocks(index.Hashes, WrittenLines.Of(index.Hashes, index.IsChanged, written)));
        return (new WorkingFile(path, disk?.Changed ?? 0, writers), [.. blocks.DistinctBy(block => (block.Writer, string.Join(',', block.Lines)))]);
    }

    /// <summary>Lines of a text that a session wrote as a whole may have stood there before, whoever wrote them.</summary>
    private void NoteUntold(string path, int[] writers)
    {
        if (writers.Count(writer => writer != WrittenLines.Nobody) is > 0 and int lines)
            _untold.Add(path, lines);
    }

    private string Untold() =>
        $"{Figures.Count(_untold.Values.Sum(), "line")} in {Figures.Count(_untold.Count, "file")} ({_untold.Keys.First()}{(_untold.Count > 1 ? " is the first" : "")}) {(_untold.Values.Sum() == 1 ? "stays" : "stay")} unknown: a session wrote the file as a whole, and its log does not show what stood in it before";

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
