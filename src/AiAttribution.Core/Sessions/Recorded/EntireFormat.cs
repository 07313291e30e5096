using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Checkpoints of Entire, in both of its layouts: all in the tree of one branch, or a reference for each. A checkpoint has <c>metadata.json</c>, and one for each of its
/// sessions in a folder <c>0</c>, <c>1</c> and so on; commits name it by the trailer <c>Entire-Checkpoint</c>. Transcripts are not looked at, and neither are the shadow
/// branches <c>entire/COMMIT-TREE</c>: they hold work before it is committed.
/// </summary>
internal sealed class EntireFormat : IRecordedFormat
{
    private const string File = "/metadata.json";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 128 };

    public RecordSource Source => RecordSource.Entire;

    public IReadOnlyList<string> References { get; } =
    [
        "refs/heads/entire/checkpoints/v1", "refs/remotes/*/entire/checkpoints/v1", "refs/entire/checkpoints/*",
        "refs/heads/entire/sessions", "refs/remotes/*/entire/sessions",
    ];

    public IReadOnlyList<string> Folders { get; } = [""];

    public int MaximumBytes => 1 << 20;

    public bool IsRecord(string path) => path == File[1..] || path.EndsWith(File, StringComparison.Ordinal);

    public void Read(IReadOnlyList<RecordedFile> files, RecordedReading reading)
    {
        var roots = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = new List<(string Root, EntireRow Row)>();
        foreach (RecordedFile file in files)
        {
            string folder = file.Path[..^File.Length];
            int slash = folder.LastIndexOf('/');
            bool isSession = folder.Length > slash + 1 && folder.AsSpan(slash + 1).IndexOfAnyExceptInRange('0', '9') < 0;
            try
            {
                using JsonDocument document = SafeJson.Parse(file.Content, Options);
                if (!isSession)
                    roots[folder] = document.RootElement.Count("token_usage_version") >= 2;
                else if (EntireRow.Read(document.RootElement, folder[(slash + 1)..]) is { } row)
                    rows.Add((folder[..slash], row));
            }
            catch (JsonException problem)
            {
                reading.Report(file.Path, SafeJson.Problem(problem));
            }
        }

        // Both layouts may hold the same checkpoint while a repository moves from one to the other.
        IEnumerable<EntireRow> distinct = rows.Select(r => r.Row with { IsDelta = roots.GetValueOrDefault(r.Root) }).DistinctBy(r => (r.Checkpoint, r.Session, r.Folder));
        foreach (EntireRow row in EntireCounting.Deltas(distinct).Where(row => !row.Usage.IsZero))
            reading.Add(new RecordedAllocation(Describe(row), row.Commit, new SessionKey("entire", row.Checkpoint)));
    }

    private static Allocation Describe(EntireRow row) => new()
    {
        Id = $"entire:{row.Checkpoint}/{row.Folder}",
        Agent = row.Agent,
        Session = NoteWords.SessionId(row.Session),
        From = row.Created,
        To = row.Created,
        Models = [new ModelUsage(row.Model, row.Usage)],
        Exactness = Exactness.SessionTotal,
        CostReported = row.Cost,
        Method = LinkMethod.Recorded,
        Source = RecordSource.Entire,
    };
}
