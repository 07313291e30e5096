using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Engine.Rules;

/// <summary>Reads commits for the rules of a policy.</summary>
internal sealed class CommitSubjects
{
    private readonly GitRepository _repository;
    private readonly EvidenceClassifier _classifier;
    private readonly NoteReader _notes;
    private readonly CommitReducer _reducer;
    private readonly CommitChanges? _changes;
    private readonly CollectedHistory _history;

    public CommitSubjects(CollectedHistory history, string commit, AttributionPolicy policy)
    {
        GitRepository repository = history.Repository;
        _history = history;
        _repository = repository;
        _classifier = new EvidenceClassifier(policy.Evidence, RepositoryFiles.Revs(repository, commit));
        _notes = new NoteReader(repository, policy.Evidence, commit);
        _reducer = new CommitReducer(policy.Evidence, policy.Rules);
        if (policy.Rules.Any(r => r.AsksForChanges))
            _changes = new CommitChanges(repository, commit, policy.Rules.Any(r => r.When.AddedLines is not null));
    }

    /// <summary>The commit; null for a merge, and for one that is missing.</summary>
    public CommitSubject? Read(string id)
    {
        ObjectId commit = ObjectId.Parse(id);
        if (_repository.Graph.ReadWhole(commit) is not { Parents.Length: < 2 } whole)
            return null;
        CommitFacts facts = whole.Facts(id);
        return _reducer.Reduce(facts, Evidence(commit, facts)) with { Changes = _changes?.Of(commit), Tokens = _history.Tokens.Of(id) };
    }

    /// <summary>What the scan knows, which includes notes of commits whose place this one took; a commit outside of the scanned history is read by itself.</summary>
    private IReadOnlyList<EvidenceStatement> Evidence(ObjectId commit, CommitFacts facts)
    {
        if (_history.Scan.Summary.Evidence.TryGetValue(facts.Id, out IReadOnlyList<EvidenceStatement>? known))
            return known;
        IEnumerable<EvidenceStatement> notes = _notes.Find(commit) is null ? [] : _notes.Read(commit).Statements();
        return [.. _classifier.Classify(facts).Concat(notes).OrderByDescending(e => e.Grade)];
    }
}
