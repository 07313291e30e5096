using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Lines.Diff;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>
/// The id that <c>git diff-tree -p OLD NEW | git patch-id --stable</c> gives a change (git's builtin/patch-id.c): per file a SHA-1 over header, changed lines and three
/// lines of context without white space and line numbers, summed over the files. Equal changes on different bases have equal ids. Binary files count by their full ids.
/// </summary>
internal sealed class PatchId(GitRepository repository) : IDisposable
{
    private const int MostFiles = 2_000;
    private const int Context = 3;

    // git looks for a NUL byte in as much of a file to tell whether it is binary.
    private const int BinaryProbe = 8000;

    private readonly TextStore _texts = new(repository, LineEquality.Exact);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
    private byte[] _sum = [];
    private byte[] _kept = [];
    private bool _afterBinary;

    /// <summary>The id as hexadecimal digits; null when nothing changed, or the change is too large or its contents are missing.</summary>
    public string? Of(IReadOnlyList<TreeChange> changes)
    {
        if (changes.Count is 0 or > MostFiles)
            return null;
        _sum = new byte[SHA1.HashSizeInBytes];
        _afterBinary = false;
        bool open = false;
        foreach (TreeChange change in changes.SelectMany(Split))
        {
            // A file of which only the header is told is hashed with the next one.
            if (open)
                Flush();
            if (Add(change) is not { } hasLines)
            {
                _hash.GetHashAndReset();
                return null;
            }

            open = hasLines;
        }

        Flush();
        return Convert.ToHexString(_sum).ToLowerInvariant();
    }

    public void Dispose() => _hash.Dispose();

    // A file that becomes a link or a submodule is told as deleted and made anew.
    private static IEnumerable<TreeChange> Split(TreeChange change) =>
        change.Old.Mode != 0 && change.New.Mode != 0 && (change.Old.Mode & Kind) != (change.New.Mode & Kind)
            ? [change with { New = default }, change with { Old = default }]
            : [change];

    private const int Kind = 0xF000;
    private const int Submodule = 0xE000;

    /// <summary>Whether lines were told; null when a content is missing.</summary>
    private bool? Add(TreeChange change)
    {
        if (!_afterBinary)
            Add($"diff --git a/{change.Path} b/{change.Path}");
        _afterBinary = false;
        if (change.Old.Mode == 0)
            Add($"new file mode {Octal(change.New)}");
        else if (change.New.Mode == 0)
            Add($"deleted file mode {Octal(change.Old)}");
        else if (change.Old.Mode != change.New.Mode)
            Add($"old mode {Octal(change.Old)}new mode {Octal(change.New)}");
        if (change.Old.Id == change.New.Id)
            return false;
        if (Text(change.Old) is not { } old || Text(change.New) is not { } now)
            return null;
        if (IsBinary(old) || IsBinary(now))
        {
            Add(change.Old.Id.ToHex(repository.Objects.IdLength));
            Add(change.New.Id.ToHex(repository.Objects.IdLength));
            Flush();

            // git passes over the first header line behind a binary file.
            _afterBinary = true;
            return false;
        }

        if (old.Count == 0 && now.Count == 0)
            return false;
        Add(change.Old.Mode == 0 ? "--- /dev/null" : $"--- a/{change.Path}");
        Add(change.New.Mode == 0 ? "+++ /dev/null" : $"+++ b/{change.Path}");
        AddLines(old, now);
        return true;
    }

    private void AddLines(LineText old, LineText now)
    {
        int told = 0;
        IReadOnlyList<Hunk> hunks = LineDiff.Compare(old, now);
        for (int i = 0; i < hunks.Count; i++)
        {
            Hunk hunk = hunks[i];
            AddLines(' ', old, Math.Max(told, hunk.OldStart - Context), hunk.OldStart);
            AddLines('-', old, hunk.OldStart, hunk.OldStart + hunk.OldCount);
            AddLines('+', now, hunk.NewStart, hunk.NewStart + hunk.NewCount);
            int end = hunk.OldStart + hunk.OldCount;
            told = Math.Min(end + Context, i + 1 < hunks.Count ? hunks[i + 1].OldStart : old.Count);
            AddLines(' ', old, end, told);
        }
    }

    private void AddLines(char mark, LineText text, int first, int end)
    {
        for (int line = first; line < end; line++)
        {
            if (mark != ' ')
                _hash.AppendData([(byte)mark]);
            Add(text.Line(line));
        }
    }

    private void Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    private void Add(ReadOnlySpan<byte> text)
    {
        if (_kept.Length < text.Length)
            _kept = new byte[text.Length * 2];
        int length = 0;
        foreach (byte value in text)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r'))
                _kept[length++] = value;
        }

        _hash.AppendData(_kept.AsSpan(0, length));
    }

    private void Flush()
    {
        byte[] hash = _hash.GetHashAndReset();
        int carry = 0;
        for (int i = 0; i < hash.Length; i++)
        {
            carry += _sum[i] + hash[i];
            _sum[i] = (byte)carry;
            carry >>= 8;
        }
    }

    private LineText? Text(TreeEntry entry)
    {
        if (entry.Mode == 0)
            return LineText.Cut([]);
        return (entry.Mode & Kind) == Submodule
            ? LineText.Cut(Encoding.ASCII.GetBytes($"Subproject commit {entry.Id.ToHex(repository.Objects.IdLength)}\n"))
            : _texts.Read(entry.Id);
    }

    private static bool IsBinary(LineText text) => text.Bytes[..Math.Min(BinaryProbe, text.Bytes.Length)].Contains((byte)0);

    private static string Octal(TreeEntry entry) => Convert.ToString(entry.Mode, 8).PadLeft(6, '0');
}
