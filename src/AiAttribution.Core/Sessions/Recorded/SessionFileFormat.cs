using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>
/// Session records as files of the repository: one record, or a list of them, of <c>nuget/ai-attribution-session.schema.json</c>. A record may name its commit;
/// one that does not is joined by the session key that a commit carries.
/// </summary>
internal sealed class SessionFileFormat(IReadOnlyList<Glob> patterns) : IRecordedFormat
{
    private const int MostRecords = 10_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly PathPatterns _paths = new(patterns);

    public RecordSource Source => RecordSource.SessionFile;

    public IReadOnlyList<string> References => [];

    public IReadOnlyList<string> Folders => _paths.Folders;

    public int MaximumBytes => SessionNote.MaximumBytes;

    public bool IsRecord(string path) => _paths.Match(path);

    public void Read(IReadOnlyList<RecordedFile> files, RecordedReading reading)
    {
        foreach (RecordedFile file in files)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(file.Content, Options);
                Read(file.Path, document.RootElement, reading);
            }
            catch (JsonException problem)
            {
                reading.Report(string.Create(CultureInfo.InvariantCulture, $"{file.Path}({problem.LineNumber + 1},{problem.BytePositionInLine + 1})"), "it is not JSON");
            }
        }
    }

    private static void Read(string path, JsonElement root, RecordedReading reading)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            Add(path, root, reading);
            return;
        }

        int number = 0;
        foreach (JsonElement record in root.EnumerateArray())
        {
            number++;
            if (number > MostRecords)
            {
                reading.Report(path, $"more than {MostRecords} records; the rest was not read");
                return;
            }

            Add($"{path}, record {number.ToString(CultureInfo.InvariantCulture)}", record, reading);
        }
    }

    private static void Add(string place, JsonElement record, RecordedReading reading)
    {
        try
        {
            SafeJson.Demand(record);
            Allocation allocation = AllocationReader.Read(record) with { Source = RecordSource.SessionFile };
            reading.Add(new RecordedAllocation(allocation, new NoteFields(record).Commit("commit")));
        }
        catch (FormatException problem)
        {
            reading.Report(place, problem.Message);
        }
    }
}
