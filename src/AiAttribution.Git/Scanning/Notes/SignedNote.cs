using System.Security.Cryptography;
using System.Text.Json;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Reads signed statements in a note of a commit: what an agent's platform or OpenFab says of it, where a key of the policy signed it and it is about this very commit.</summary>
/// <param name="repository">The repository.</param>
/// <param name="commit">Full id of the commit.</param>
/// <param name="keys">Keys that are believed.</param>
/// <param name="reference">The reference that holds the note.</param>
internal sealed class SignedNote(GitRepository repository, string commit, IReadOnlyList<VerifyingKey> keys, string reference)
{
    private const int MostStatements = 100;
    private const int MostBytes = 64 << 20;

    private readonly List<string> _problems = [];

    /// <summary>What they say.</summary>
    public SignedWork Said { get; } = new();

    /// <summary>Reads an envelope, or one on each line. Of the statements that do not hold the first is told; null when all do.</summary>
    public string? Read(ReadOnlyMemory<byte> note)
    {
        foreach (ReadOnlyMemory<byte> envelope in Envelopes(note))
        {
            try
            {
                Add(SignedStatement.Open(DsseEnvelope.Parse(envelope), keys));
            }
            catch (Exception problem) when (problem is FormatException or SignatureException)
            {
                _problems.Add(problem.Message);
            }
        }

        return _problems.Count == 0 ? null : Once.Of(_problems, "it").First();
    }

    private void Add(SignedStatement statement)
    {
        if (statement.Subjects.Any(s => s.Commit is not null) && !statement.Subjects.Any(s => s.Commit == commit))
            throw new SignatureException("its statement is about another commit");
        if (Generation.Read(statement, reference) is { } files)
            AddLines(files);
        else if (AgentCommit.Read(statement, reference) is not { } ai)
            return;
        else if (statement.Subjects.Any(s => s.Commit is not null))
            Said.Whole.Add(ai);
        else
            throw new SignatureException("its statement names no commit");
    }

    /// <summary>A digest binds the lines to the text that has them; what names another text is of another commit.</summary>
    private void AddLines(IReadOnlyList<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files)
        {
            if (DigestOf(file.Path) == file.Sha256)
                Said.Add(file);
            else
                _problems.Add($"the file '{Cut.At(Printable.Of(file.Path), 200)}' of this commit is not the one whose digest its statement names");
        }
    }

    private string? DigestOf(string path) =>
        repository.FindEntry(commit, path) is { IsFile: true } entry && repository.Found.Read(entry.Id, MostBytes) is { } bytes
            ? Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant()
            : null;

    /// <summary>Whether a text is the full id of an object.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Length of an id in bytes.</param>
    public static bool IsId(string text, int length) => text.Length == 2 * length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The envelope, or one on each line; no more than a hundred.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Envelopes(ReadOnlyMemory<byte> note)
    {
        if (IsOne(note))
            return [note];
        var lines = new List<ReadOnlyMemory<byte>>();
        while (!note.IsEmpty)
        {
            int end = note.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? note : note[..end];
            note = end < 0 ? default : note[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                lines.Add(line);
        }

        return lines.Take(MostStatements);
    }

    private static bool IsOne(ReadOnlyMemory<byte> note)
    {
        try
        {
            var reader = new Utf8JsonReader(note.Span);
            while (reader.Read())
            {
                // To its end.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
