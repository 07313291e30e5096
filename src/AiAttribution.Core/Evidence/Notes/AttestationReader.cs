using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>Reads the first section of a git-ai note: a path per file, below it indented lines <c>key ranges</c>, up to the line <c>---</c>.</summary>
internal static class AttestationReader
{
    // Broken bytes have a problem on every line; nobody reads more than these.
    private const int MaximumProblems = 20;

    /// <summary>Adds the claims by file, and returns the bytes behind the divider.</summary>
    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> note, List<string> problems, Attestation said)
    {
        var byPath = new Dictionary<string, ClaimedFile>(StringComparer.Ordinal);
        ClaimedFile? file = null;
        bool isOutside = false;
        for (int number = 1; !note.IsEmpty; number++)
        {
            ReadOnlySpan<byte> line = NextLine(ref note);
            if (line.SequenceEqual("---"u8))
            {
                said.Files.RemoveAll(f => f.Claims.Count == 0);
                return note;
            }

            if (line.IsEmpty)
                continue;
            if (line[0] != (byte)' ')
                isOutside = (file = FileOf(line, number, byPath, said.Files, problems)) is null;
            else if (!isOutside)
                ReadEntry(line, number, file, problems, said);
        }

        said.Files.RemoveAll(f => f.Claims.Count == 0);
        said.IsCut = true;
        problems.Add("the note has no line '---' between lines and metadata: it is cut off, or not a note of git-ai");
        return [];
    }

    /// <summary>Reads <c>key ranges</c>.</summary>
    /// <returns>False when some of it is nothing of the kind; what is has been added.</returns>
    internal static bool ReadEntry(ReadOnlySpan<byte> line, List<Claim> claims)
    {
        line = line.Trim((byte)' ');
        int gap = line.IndexOf((byte)' ');
        if (gap <= 0)
            return false;
        string key = Encoding.UTF8.GetString(line[..gap]);
        ReadOnlySpan<byte> ranges = line[(gap + 1)..];
        bool good = true;
        while (!ranges.IsEmpty)
        {
            int comma = ranges.IndexOf((byte)',');
            ReadOnlySpan<byte> range = comma < 0 ? ranges : ranges[..comma];
            ranges = comma < 0 ? [] : ranges[(comma + 1)..];
            if (TryRange(range, out int first, out int last))
                claims.Add(new Claim(first, last, key));
            else
                good = false;
        }

        return good;
    }

    /// <summary>Whether a path leads out of the repository.</summary>
    internal static bool IsOutside(string path) => path.StartsWith('/') || path.Split('/').Contains("..");

    private static void ReadEntry(ReadOnlySpan<byte> line, int number, ClaimedFile? file, List<string> problems, Attestation said)
    {
        if (file is null)
        {
            said.IsCut = true;
            Report(problems, number, "lines without a file above them");
        }
        else if (!ReadEntry(line, file.Claims))
        {
            said.Gaps.Add(file.Path);
            Report(problems, number, "not a key followed by line ranges, such as '1-4,9'; the readable ranges were kept");
        }
    }

    private static void Report(List<string> problems, int line, string what)
    {
        if (problems.Count < MaximumProblems)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}"));
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = length < 0 ? rest : rest[..length];
        rest = length < 0 ? [] : rest[(length + 1)..];
        return line.TrimEnd((byte)'\r');
    }

    private static ClaimedFile? FileOf(ReadOnlySpan<byte> line, int number, Dictionary<string, ClaimedFile> byPath, List<ClaimedFile> files, List<string> problems)
    {
        if (line.Length >= 2 && line[0] == (byte)'"' && line[^1] == (byte)'"')
            line = line[1..^1];
        string path = Encoding.UTF8.GetString(line);
        if (IsOutside(path))
        {
            Report(problems, number, "a path outside the repository was left out");
            return null;
        }

        if (!byPath.TryGetValue(path, out ClaimedFile? file))
        {
            file = new ClaimedFile(path, []);
            byPath.Add(path, file);
            files.Add(file);
        }

        return file;
    }

    private static bool TryRange(ReadOnlySpan<byte> text, out int first, out int last)
    {
        int dash = text.IndexOf((byte)'-');
        last = 0;
        if (!TryLine(dash < 0 ? text : text[..dash], out first))
            return false;
        last = first;
        return dash < 0 || (TryLine(text[(dash + 1)..], out last) && last >= first);
    }

    // The largest number is left out, so that the line behind a range is a number too.
    private static bool TryLine(ReadOnlySpan<byte> text, out int line) =>
        Utf8Parser.TryParse(text, out line, out int used) && used == text.Length && line is >= 1 and < int.MaxValue;
}
