using System.Globalization;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Records while files are read, and what was found wrong so far.</summary>
internal sealed class DeploymentDraft
{
    private const int MostRecords = 100_000;
    private const int MostProblems = 100;
    private const int LongestText = 1024;

    private readonly List<DeploymentProblem> _problems = [];
    private readonly List<Attempt> _attempts = [];
    private bool _isFull;

    public List<DeploymentRecord> Records { get; } = [];

    public List<UnplacedDeployment> Unplaced { get; } = [];

    public IReadOnlyList<DeploymentProblem> Problems => _problems;

    /// <summary>The file that is being read.</summary>
    public DeploymentFile File { get; set; } = new("", default);

    /// <summary>Lines before the text that is being read, where a file holds one value a line.</summary>
    public int LinesBefore { get; set; }

    public void Report(JsonPosition at, string message) => Report(at.Line + LinesBefore, at.Column, message);

    public void Report(int line, int column, string message)
    {
        if (_problems.Count < MostProblems)
            _problems.Add(new DeploymentProblem(File.Name, line, column, message));
    }

    public void Add(JsonValue item, DeploymentRecord record) => Add(item.Position, record);

    public void Add(JsonPosition position, DeploymentRecord record)
    {
        if (Records.Count >= MostRecords)
        {
            if (!_isFull)
                Report(position, $"There are more than {MostRecords} records; the rest is left out. Keep what is live and one year before it.");
            _isFull = true;
            return;
        }

        Records.Add(record with
        {
            SourceId = Cut(position, record.SourceId) ?? "",
            Service = Cut(position, record.Service) ?? "",
            Environment = Cut(position, record.Environment) ?? "",
            Version = Cut(position, record.Version),
            Ref = Cut(position, record.Ref),
            Artifact = Cut(position, record.Artifact),
            Commit = record.Commit ?? (record.Ref is null ? File.Commit : null),
            Url = PublicUrl(record.Url),
        });
    }

    /// <summary>Adds one of several attempts at the same deployment: the last attempt counts, and it fails when one of its jobs does.</summary>
    public void AddAttempt(JsonValue item, int attempt, DeploymentRecord record)
    {
        int before = Records.Count;
        Add(item, record);
        if (Records.Count == before)
            return;
        _attempts.Add(new Attempt(attempt, Records[before]));
        Records.RemoveAt(before);
    }

    /// <summary>The last attempt at each deployment that was attempted.</summary>
    public IEnumerable<DeploymentRecord> LastAttempts() => _attempts
        .GroupBy(a => DeploymentIdentity.Of(a.Record))
        .Select(g => g.OrderByDescending(a => a.Number)
            .ThenBy(a => a.Record.Status == DeploymentStatus.Failure ? 0 : 1)
            .ThenByDescending(a => a.Record.Time)
            .First().Record);

    /// <summary>Lists a deployment that leads to no commit.</summary>
    public void Skip(string source, string? id, string reason) => Unplaced.Add(new UnplacedDeployment(source, id ?? "without id", reason));

    /// <summary>A full commit id in lower case; null when there is none. What stands there and is none is reported.</summary>
    public string? Commit(JsonValue item, params ReadOnlySpan<string> path)
    {
        if (item.Text(path) is not { } text)
            return null;
        if (CommitId.Read(text) is { } id)
            return id;
        Report(item.At(path)!.Position, $"{path[^1]} must be a full commit id of 40 or 64 hexadecimal digits.");
        return null;
    }

    /// <summary>A time; null when there is none. What stands there and is none is reported.</summary>
    public DateTimeOffset? Time(JsonValue item, params ReadOnlySpan<string> path)
    {
        if (item.Text(path) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time))
            return time;
        Report(item.At(path)!.Position, $"{path[^1]} must be a time such as 2026-05-01T12:00:00Z.");
        return null;
    }

    private string? Cut(JsonPosition position, string? text)
    {
        if (text is null || text.Length <= LongestText)
            return text;
        Report(position, $"A text of this record has more than {LongestText} characters and is cut.");
        return text[..LongestText];
    }

    /// <summary>Addresses may carry passwords and keys; nothing but the page is kept.</summary>
    private static string? PublicUrl(string? text) =>
        text is { Length: <= LongestText } && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "http"
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : null;

    private sealed record Attempt(int Number, DeploymentRecord Record);
}
