using System.Text;
using AiAttribution.Cli.Verbs;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Text;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Lsp;

/// <summary>A file as an editor has it.</summary>
/// <param name="Path">Full path.</param>
/// <param name="Table">What is recorded, carried over to the lines of now.</param>
/// <param name="Members">Those with AI lines, in order of position.</param>
internal sealed record KnownFile(string Path, LineTable Table, IReadOnlyList<KnownMember> Members);

/// <summary>A member where it stands now.</summary>
/// <param name="Member">The member.</param>
/// <param name="Verdict">What is known of it.</param>
/// <param name="IsAsRecorded">Whether its lines are those that were recorded, none more and none less; else what tests and deployments say is of another text.</param>
internal sealed record KnownMember(Member Member, MemberVerdict Verdict, bool IsAsRecorded);

/// <summary>What builds recorded of files: the snapshots of their projects, read again when they change.</summary>
internal sealed class FileMemory
{
    private const int MostFolders = 64;
    private const int MostSnapshots = 64;

    private static readonly string[] Symbols = ["DEBUG", "TRACE"];

    private readonly Dictionary<string, (DateTime Time, long Length, SnapshotModel? Snapshot)> _snapshots = new(StringComparer.Ordinal);
    private readonly RoslynMemberFinder _finder = new(Symbols);
    private (string Path, string Text, SnapshotModel Snapshot, KnownFile File)? _last;

    /// <summary>What is known of a file with a text; null when nothing is, or the text has ends of lines that git does not know.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="text">The text that the editor has, saved or not.</param>
    public KnownFile? Find(string path, string text)
    {
        if (!path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) || HasLoneReturn(text) || Recorded(path) is not { } recorded)
            return null;
        if (_last is { } last && last.Path == path && last.Text == text && ReferenceEquals(last.Snapshot, recorded.Snapshot))
            return last.File;
        KnownFile file = Judge(path, text, recorded.Table, recorded.Snapshot.Policy);
        _last = (path, text, recorded.Snapshot, file);
        return file;
    }

    private KnownFile Judge(string path, string text, LineTable recorded, VerdictPolicy policy)
    {
        uint[] now = TextLines.Of(text).Hashes;
        LineTable table = SnapshotAlignment.Apply(recorded, now);
        int[] pairs = LineAligner.Align(recorded.Hashes, now);
        return new KnownFile(path, table, [.. _finder.Find(path, text)
            .Select(member => new KnownMember(member, MemberJudge.Judge(member.CodeLines, table, policy), IsAsRecorded(member, pairs)))
            .Where(member => member.Verdict.Tally.Ai > 0)]);
    }

    private static bool IsAsRecorded(Member member, int[] pairs)
    {
        for (int line = member.FirstLine; line <= member.LastLine; line++)
        {
            if (pairs[line - 1] < 0 || pairs[line - 1] != pairs[member.FirstLine - 1] + line - member.FirstLine)
                return false;
        }

        return true;
    }

    /// <summary>The lines of a file in the newest snapshot that has it, of the nearest folder with a project.</summary>
    private (LineTable Table, SnapshotModel Snapshot)? Recorded(string path)
    {
        string[] folders = [.. Upward(Path.GetDirectoryName(path)).Take(MostFolders)];
        if (Array.Find(folders, folder => Path.Exists(Path.Join(folder, ".git"))) is not { } root || Array.Find(folders, HasProject) is not { } home || home.Length < root.Length)
            return null;
        string props = folders.FirstOrDefault(folder => folder.Length >= root.Length && File.Exists(Path.Join(folder, "Directory.Build.props"))) ?? home;
        IEnumerable<FileInfo> files = Projects(home)
            .SelectMany(project => SnapshotPlaces.Of(root, new RepositoryProject(Path.GetRelativePath(root, project), home, [], "", props, false)))
            .Select(file => new FileInfo(file));
        foreach (FileInfo file in files.OrderByDescending(file => file.LastWriteTimeUtc).ThenBy(file => file.FullName, StringComparer.Ordinal))
        {
            if (Read(file) is { } snapshot && snapshot.Files.FirstOrDefault(table => Path.GetFullPath(Path.Combine(home, table.Path)) == path) is { } found)
                return (found, snapshot);
        }

        return null;
    }

    private SnapshotModel? Read(FileInfo file)
    {
        if (!file.Exists)
            return null;
        if (_snapshots.TryGetValue(file.FullName, out (DateTime Time, long Length, SnapshotModel? Snapshot) known) && known.Time == file.LastWriteTimeUtc && known.Length == file.Length)
            return known.Snapshot;
        if (_snapshots.Count >= MostSnapshots)
            _snapshots.Clear();
        SnapshotModel? snapshot = BoundedFile.Read(file.FullName, SnapshotLimits.Characters).Bytes is { } bytes ? SnapshotReader.Parse(Encoding.UTF8.GetString(bytes)) : null;
        _snapshots[file.FullName] = (file.LastWriteTimeUtc, file.Length, snapshot);
        return snapshot;
    }

    private static IEnumerable<string> Upward(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static bool HasProject(string folder) => Projects(folder).Length > 0;

    private static string[] Projects(string folder) => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.csproj").Take(MostFolders).Order(StringComparer.Ordinal)] : [];

    /// <summary>The protocol ends a line at a carriage return alone, git does not: then their numbers differ.</summary>
    private static bool HasLoneReturn(string text)
    {
        for (int at = text.IndexOf('\r', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\r', at + 1))
        {
            if (at + 1 == text.Length || text[at + 1] != '\n')
                return true;
        }

        return false;
    }
}
