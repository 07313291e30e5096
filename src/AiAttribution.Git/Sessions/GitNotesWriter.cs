using System.Globalization;
using System.Text;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Sessions;

/// <summary>
/// Writes notes through <c>git fast-import</c>, in every format that the installed git knows. It moves the reference only from the commit that was read,
/// and makes the same objects as libgit2.
/// </summary>
internal static class GitNotesWriter
{
    /// <exception cref="RepositoryException">git cannot write them.</exception>
    public static void Write(GitRepository repository, string reference, IReadOnlyDictionary<string, string> texts, DateTimeOffset time, string message)
    {
        var git = new GitCommand(GitExecutable.Find() ?? throw RepositoryGuard.NoGit(), repository.Layout.Place);
        KeyValuePair<string, string>[] changed = Changed(repository, reference, texts);
        if (changed.Length == 0)
            return;
        byte[] commands = Commands(reference, repository.FindReference(reference)?.ToHex(repository.Objects.IdLength), changed, time, message);
        GitOutput output = git.Feed(commands, "fast-import", "--quiet", "--done", "--date-format=raw");
        if (!output.Succeeded)
            throw NotesWriter.Unwritten(reference, $"git fast-import ended with {output.ExitCode}");
    }

    private static KeyValuePair<string, string>[] Changed(GitRepository repository, string reference, IReadOnlyDictionary<string, string> texts)
    {
        IReadOnlyDictionary<ObjectId, IReadOnlyList<ObjectId>> present = NotesTree.Read(repository, reference);
        return [.. texts
            .Where(note => !present.TryGetValue(ObjectId.Parse(note.Key), out IReadOnlyList<ObjectId>? blobs) || blobs.Count > 1 || !Holds(repository, blobs[0], note.Value))
            .OrderBy(note => note.Key, StringComparer.Ordinal)];
    }

    private static bool Holds(GitRepository repository, ObjectId blob, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return repository.Found.Read(blob, bytes.Length) is { } present && present.AsSpan().SequenceEqual(bytes);
    }

    private static byte[] Commands(string reference, string? tip, KeyValuePair<string, string>[] notes, DateTimeOffset time, string message)
    {
        string offset = (time.Offset < TimeSpan.Zero ? "-" : "+") + time.Offset.ToString("hhmm", CultureInfo.InvariantCulture);
        string written = string.Create(CultureInfo.InvariantCulture, $"{NotesWriter.Writer} <{NotesWriter.WriterEmail}> {Math.Max(0, time.ToUnixTimeSeconds())} {offset}");
        using var commands = new MemoryStream();
        Line(commands, $"commit {reference}");
        Line(commands, $"author {written}");
        Line(commands, $"committer {written}");
        Data(commands, message);
        if (tip is not null)
            Line(commands, $"from {tip}");
        foreach ((string commit, string text) in notes)
        {
            foreach (string path in NotesWriter.Paths(commit))
                Line(commands, $"D {path}");
            Line(commands, $"M 100644 inline {NotesWriter.Fanned(commit)}");
            Data(commands, text);
        }

        Line(commands, "done");
        return commands.ToArray();
    }

    private static void Data(MemoryStream commands, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Line(commands, $"data {bytes.Length.ToString(CultureInfo.InvariantCulture)}");
        commands.Write(bytes);
        commands.WriteByte((byte)'\n');
    }

    private static void Line(MemoryStream commands, string text) => commands.Write(Encoding.UTF8.GetBytes(text + "\n"));
}
