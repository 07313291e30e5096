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

    public bool IsEmpty => _statements.Count == 0;

    public bool IsFull => _statements.Count >= Maximum;

    public void Add(EvidenceStatement statement)
    {
        if (!kinds.Contains(statement.Kind) || IsFull)
            return;
        EvidenceStatement identity = statement with { Grade = default };
        if (_places.TryAdd(identity, _statements.Count))
            _statements.Add(statement);
        else if (_places[identity] is var place && _statements[place].Grade < statement.Grade)
            _statements[place] = statement;
    }

    /// <summary>Strongest first; equal ones in the order they were found.</summary>
    public IReadOnlyList<EvidenceStatement> Sorted() =>
        _statements.OrderByDescending(s => s.Grade).ThenBy(s => Array.IndexOf(ByStrength, s.Kind)).ToList();
}
