using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Rules;

/// <summary>Reads commits for the rules of a policy.</summary>
internal sealed class CommitSubjects
{
    private readonly GitRepository _repository;
    private readonly EvidenceClassifier _classifier;
    private readonly NoteReader _notes;
    private readonly CommitReducer _reducer;
    private readonly CommitChanges? _changes;

    public CommitSubjects(GitRepository repository, string commit, AttributionPolicy policy)
    {
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
        IEnumerable<EvidenceStatement> notes = _notes.Find(commit) is null ? [] : _notes.Read(commit).Statements();
        EvidenceStatement[] evidence = [.. _classifier.Classify(facts).Concat(notes).OrderByDescending(e => e.Grade)];
        return _reducer.Reduce(facts, evidence) with { Changes = _changes?.Of(commit) };
    }
}
