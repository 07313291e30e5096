using System.Runtime.InteropServices;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.WorkingTree;

/// <summary>
/// The record's file in the git directory of its working tree, in a folder that is its owner's alone. The tool writes it and a build reads it, so its form has a
/// version; what is not of that form is as good as missing.
/// </summary>
internal static class WorkingRecordFile
{
    /// <summary>Name of the file.</summary>
    public const string Name = "working.json";

    private const int Version = 1;
    private const int MostBytes = 16 << 20;
    private const int MostSessions = 10_000;
    private const string GitAi = "git-ai";
    private const string Logs = "logs";

    /// <summary>Full path of the file.</summary>
    public static string PathOf(GitRepository repository) => Path.Combine(Folder(repository), Name);

    /// <summary>The record; null when there is none that can be taken.</summary>
    public static WorkingRecord? Read(GitRepository repository) => Bytes(repository) is { } bytes ? Parse(bytes) : null;

    /// <summary>Writes the record, or takes the file away when nothing is recorded. Says whether that changed anything.</summary>
    /// <exception cref="IOException">The folder cannot be written, or it is not its owner's alone.</exception>
    public static bool Write(GitRepository repository, WorkingRecord record)
    {
        string path = PathOf(repository);
        byte[]? before = Bytes(repository);
        if (record.Files.Count == 0)
        {
            if (File.Exists(path))
                File.Delete(path);
            return before is not null;
        }

        byte[] bytes = Text(record);
        if (before is not null && before.AsSpan().SequenceEqual(bytes))
            return false;
        if (bytes.Length > MostBytes)
            throw new IOException("more lines of sessions are not committed than are recorded; commit what is done");
        if (PrivateFolder.Make(Folder(repository)) is null)
            throw new IOException($"'{PrivateFolder.Name}' in the git directory cannot be written, or others can write in it; check its owner and mode");
        Replace(path, bytes);
        return true;
    }

    private static string Folder(GitRepository repository) => Path.Combine(repository.GitDirectory, PrivateFolder.Name);

    private static byte[]? Bytes(GitRepository repository)
    {
        var file = new FileInfo(PathOf(repository));
        return file is { Exists: true, LinkTarget: null } && PrivateFolder.IsOwned(Folder(repository)) ? BoundedFile.ReadThere(file.FullName, MostBytes).Bytes : null;
    }

    private static void Replace(string path, byte[] bytes)
    {
        string aside = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (FileStream stream = PrivateFolder.Create(aside))
                stream.Write(bytes);
            File.Move(aside, path, overwrite: true);
        }
        catch
        {
            File.Delete(aside);
            throw;
        }
    }

    private static byte[] Text(WorkingRecord record)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartArray("sessions");
            foreach (WorkingSession session in record.Sessions)
            {
                json.WriteStartObject();
                json.WriteString("agent", session.Agent);
                json.WriteString("model", session.Model);
                json.WriteString("provider", session.Key.Provider);
                json.WriteString("id", session.Key.Id);
                json.WriteString("of", session.Kind == EvidenceKind.GitAiNote ? GitAi : Logs);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("files");
            foreach ((string path, IReadOnlyList<WrittenBlock> blocks) in record.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WriteStartArray(path);
                foreach (WrittenBlock block in blocks)
                {
                    json.WriteStartObject();
                    json.WriteNumber("session", block.Writer);
                    json.WriteString("lines", Convert.ToBase64String(MemoryMarshal.AsBytes<uint>(block.Lines.ToArray())));
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static WorkingRecord? Parse(byte[] bytes)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(bytes);
            JsonElement root = document.RootElement;
            if (root.Get("version") is not { ValueKind: JsonValueKind.Number } version || !version.TryGetInt32(out int number) || number != Version)
                return null;
            WorkingSession?[] sessions = [.. root.Get("sessions").Items().Take(MostSessions).Select(Session)];
            if (sessions.Contains(null))
                return null;
            var files = root.Get("files").Properties()
                .Select(file => (file.Name, Blocks: (IReadOnlyList<WrittenBlock>)[.. file.Value.Items().Select(block => Block(block, sessions.Length)).OfType<WrittenBlock>()]))
                .Where(file => file.Blocks.Count > 0)
                .DistinctBy(file => file.Name)
                .ToDictionary(file => file.Name, file => file.Blocks, StringComparer.Ordinal);
            return files.Count == 0 ? null : new WorkingRecord([.. sessions.OfType<WorkingSession>()], files);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static WorkingSession? Session(JsonElement session) =>
        session.Text("agent") is { } agent && NoteWords.IsWord(agent) && session.Text("provider") is { } provider && NoteWords.IsWord(provider) && session.Text("id") is { } id
            ? new WorkingSession(agent, NoteWords.Model(session.Text("model")), new SessionKey(provider, NoteWords.SessionId(id)), session.Is("of", GitAi) ? EvidenceKind.GitAiNote : EvidenceKind.SessionNote)
            : null;

    private static WrittenBlock? Block(JsonElement block, int sessions)
    {
        if (block.Get("session") is not { ValueKind: JsonValueKind.Number } writer || !writer.TryGetInt32(out int number) || number < 0 || number >= sessions)
            return null;
        byte[] bytes = new byte[block.LongText("lines")?.Length ?? 0];
        return Convert.TryFromBase64String(block.LongText("lines") ?? "", bytes, out int length) && length % sizeof(uint) == 0
            ? new WrittenBlock(number, MemoryMarshal.Cast<byte, uint>(bytes.AsSpan(0, length)).ToArray())
            : null;
    }
}
