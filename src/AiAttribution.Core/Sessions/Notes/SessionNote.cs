using System.Text;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>
/// Text of a note in <c>refs/notes/aiattribution/sessions</c>: one allocation as JSON on each line, so that git's own <c>cat_sort_uniq</c> and <c>union</c> merge two notes rightly.
/// Schema: <c>nuget/ai-attribution-session.schema.json</c>.
/// </summary>
internal static class SessionNote
{
    /// <summary>The reference that holds the notes.</summary>
    public const string Ref = "refs/notes/aiattribution/sessions";

    /// <summary>The reference that held them before. Other tools use that name, too, so it is read and never written.</summary>
    public const string OldRef = "refs/notes/ai-attribution";

    /// <summary>All references of ours, for commands that push and fetch: another tool's notes must not decide whether ours arrive.</summary>
    public const string Refs = "refs/notes/aiattribution/*";

    /// <summary>Brings what others pushed into a clone that has no notes of its own.</summary>
    public const string Fetch = $"git fetch origin '{Refs}:{Refs}'";

    /// <summary>Where commands put what others pushed, so that it does not overwrite what this machine has.</summary>
    public const string Fetched = "refs/notes/aiattribution-origin";

    /// <summary>A larger note is not read.</summary>
    public const int MaximumBytes = 8 << 20;

    /// <summary>More allocations than this are not read.</summary>
    public const int MaximumAllocations = 10_000;

    // A note with so many lines that cannot be read is none of ours; its lines are kept as they are.
    private const int MaximumProblems = 100;

    /// <summary>Reading allocates at most 256 KiB and this many bytes for each byte of the note, whatever it holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerByte = 200;

    /// <summary>Reads a note. What cannot be read is left out and named.</summary>
    /// <param name="utf8">The note.</param>
    /// <param name="isOurs">Whether every line must be a record; else only those count that have the shape of one.</param>
    public static SessionNoteReading Parse(ReadOnlySpan<byte> utf8, bool isOurs = true)
    {
        var allocations = new List<Allocation>();
        var unread = new List<string>();
        var foreign = new List<string>();
        var problems = new List<string>();
        if (utf8.Length > MaximumBytes)
            return new SessionNoteReading([], [], [$"it has more than {MaximumBytes >> 20} MiB"]);
        int number = 0;
        foreach (string line in Encoding.UTF8.GetString(utf8).Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (!isOurs && !IsRecord(line))
            {
                foreign.Add(line);
                continue;
            }

            if (allocations.Count == MaximumAllocations)
            {
                problems.Add($"line {number}: more than {MaximumAllocations} allocations");
                break;
            }

            if (problems.Count == MaximumProblems)
            {
                unread.Add(line.TrimEnd('\r'));
                continue;
            }

            if (AllocationReader.Read(line, out string? problem) is { } allocation)
            {
                allocations.Add(allocation);
                continue;
            }

            unread.Add(line.TrimEnd('\r'));
            problems.Add(problems.Count == MaximumProblems - 1 ? $"line {number} and all behind it were not read: {MaximumProblems} lines cannot be" : $"line {number}: {problem}");
        }

        return new SessionNoteReading(Unite(allocations), unread, problems) { Foreign = foreign };
    }

    /// <summary>Whether a line has the shape of a record, also of one that is damaged.</summary>
    private static bool IsRecord(string line) =>
        line.StartsWith("{\"v\":", StringComparison.Ordinal)
        || (line.StartsWith('{') && line.Contains("\"v\"", StringComparison.Ordinal) && line.Contains("\"session\"", StringComparison.Ordinal) && line.Contains("\"exactness\"", StringComparison.Ordinal));

    /// <summary>Text with LF line ends; the same allocations give the same bytes, in whatever order they come and however often.</summary>
    /// <param name="allocations">The allocations.</param>
    /// <param name="unread">Lines that this version could not read; they are kept.</param>
    public static string Write(IEnumerable<Allocation> allocations, IEnumerable<string>? unread = null)
    {
        var text = new StringBuilder();
        foreach (Allocation allocation in Unite(allocations))
            text.Append(AllocationWriter.Write(allocation)).Append('\n');
        foreach (string line in (unread ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>Each allocation once, in the order of time, then of ids.</summary>
    public static IReadOnlyList<Allocation> Unite(IEnumerable<Allocation> allocations) =>
        [.. allocations
            .GroupBy(allocation => allocation.Id, StringComparer.Ordinal)
            .Select(same => same.OrderBy(allocation => allocation.Method).ThenBy(AllocationWriter.Write, StringComparer.Ordinal).First())
            .OrderBy(allocation => allocation.From)
            .ThenBy(allocation => allocation.Id, StringComparer.Ordinal)];
}

/// <summary>What a note says.</summary>
/// <param name="Allocations">Each once.</param>
/// <param name="Unread">Lines that could not be read, as they stand.</param>
/// <param name="Problems">What was left out, one phrase each.</param>
internal sealed record SessionNoteReading(IReadOnlyList<Allocation> Allocations, IReadOnlyList<string> Unread, IReadOnlyList<string> Problems)
{
    /// <summary>Lines of another form, in their order: another tool uses the reference, too.</summary>
    public IReadOnlyList<string> Foreign { get; init; } = [];
}
