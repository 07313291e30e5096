using System.Security.Cryptography;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>
/// What git-ai wrote down of the lines that are not committed: <c>ai/working_logs/BASE</c> in the git directory, with a log of checkpoints, what came from before
/// (<c>INITIAL</c>), and the texts that the checkpoints speak of. Lines are taken by their content, so a text that changed since costs only what changed.
/// </summary>
internal sealed class GitAiWorkingLogs
{
    private const int MostLogBytes = 64 << 20;
    private const int MostFiles = 5_000;
    private const int NameLength = 64;
    private const string Unborn = "initial";

    private readonly string _folder;
    private readonly GitAiCheckpoints _log;

    private GitAiWorkingLogs(string folder, GitAiCheckpoints log) => (_folder, _log) = (folder, log);

    /// <summary>What could not be read, one sentence for each kind.</summary>
    public IReadOnlyList<string> Problems => _log.Problems;

    /// <summary>The logs for what stands on HEAD; null when there are none.</summary>
    public static GitAiWorkingLogs? Find(GitRepository repository)
    {
        string folder = Path.Combine(Home(repository), "working_logs", repository.FindCommit("HEAD") ?? Unborn);
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
            return null;
        return new GitAiWorkingLogs(folder, GitAiCheckpoints.Parse(Read(Path.Combine(folder, "checkpoints.jsonl"), MostLogBytes), Read(Path.Combine(folder, "INITIAL"), MostLogBytes)));
    }

    /// <summary>Lines that sessions wrote, by path, each piece with its session.</summary>
    public IEnumerable<(string Path, WorkingSession Session, IReadOnlyList<uint> Lines)> Lines()
    {
        foreach (GitAiFile file in _log.Files.Take(MostFiles))
        {
            if (Text(file.Text) is not { } text)
                continue;
            uint[] hashes = TextLines.Of(text).Hashes;
            foreach ((int first, int last, WorkingSession session) in file.Lines.Where(lines => lines.First >= 1 && lines.First <= lines.Last && lines.Last <= hashes.Length))
                yield return (file.Path, session, hashes[(first - 1)..last]);
        }
    }

    /// <summary>A linked working tree has its logs below those of the first one.</summary>
    private static string Home(GitRepository repository) => repository.GitDirectory == repository.CommonDirectory
        ? Path.Combine(repository.CommonDirectory, "ai")
        : Path.Combine(repository.CommonDirectory, "ai", "worktrees", Path.GetFileName(Path.TrimEndingDirectorySeparator(repository.GitDirectory)));

    /// <summary>A text by its name, which is the SHA-256 of it; null when it is not there, or another.</summary>
    private string? Text(string name)
    {
        if (name.Length != NameLength || !name.All(char.IsAsciiHexDigit) || Read(Path.Combine(_folder, "blobs", name), SourceFile.MostBytes) is not { } bytes)
            return null;
        return Convert.ToHexString(SHA256.HashData(bytes)).Equals(name, StringComparison.OrdinalIgnoreCase) ? SourceFile.Text(bytes) : null;
    }

    private static byte[]? Read(string path, int most) => new FileInfo(path).LinkTarget is null ? BoundedFile.ReadThere(path, most).Bytes : null;
}
