namespace AiAttribution.Core.Evidence.Messages;

/// <summary>Collects statements of one commit: each once, with its strongest grade, and only of the kinds that count.</summary>
internal sealed class StatementList(IReadOnlySet<EvidenceKind> kinds)
{
    // One real commit has 148 lines of AI co-authors; more distinct ones than this come from nobody but an attacker.
    private const int Maximum = 200;

    private static readonly EvidenceKind[] ByStrength =
    [
        EvidenceKind.GitAiNote, EvidenceKind.AgentTrace, EvidenceKind.Revs, EvidenceKind.SessionNote, EvidenceKind.SessionTrailer, EvidenceKind.AuthorIdentity, EvidenceKind.CoAuthorTrailer,
        EvidenceKind.DisclosureTrailer, EvidenceKind.Footer, EvidenceKind.CommitterIdentity,
    ];

    private readonly List<EvidenceStatement> _statements = [];
    private readonly Dictionary<EvidenceStatement, int> _places = [];
    private readonly List<MessageMark> _marks = [];

    public bool IsEmpty => _statements.Count == 0;

    public bool IsFull => _statements.Count >= Maximum;

    /// <summary>Where in the message statements were found, each time again.</summary>
    public IReadOnlyList<MessageMark> Marks => _marks;

    /// <param name="statement">The statement.</param>
    /// <param name="place">Where it starts in the message, white space before the message left out; null when it stands elsewhere.</param>
    public void Add(EvidenceStatement statement, int? place = null)
    {
        if (!kinds.Contains(statement.Kind) || IsFull)
            return;
        if (place is { } start)
            _marks.Add(new MessageMark(statement, start));
        EvidenceStatement identity = statement with { Grade = default };
        if (_places.TryAdd(identity, _statements.Count))
            _statements.Add(statement);
        else if (_places[identity] is var known && _statements[known].Grade < statement.Grade)
            _statements[known] = statement;
    }

    /// <summary>Strongest first; equal ones in the order they were found.</summary>
    public IReadOnlyList<EvidenceStatement> Sorted() =>
        _statements.OrderByDescending(s => s.Grade).ThenBy(s => Array.IndexOf(ByStrength, s.Kind)).ToList();
}
