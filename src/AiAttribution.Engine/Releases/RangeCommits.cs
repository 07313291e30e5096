using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model.Release;
using AiAttribution.Engine.Repository;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Engine.Releases;

/// <summary>Reads the commits of a release for the comparison. Names and e-mail addresses end here.</summary>
internal static class RangeCommits
{
    /// <summary>The commits.</summary>
    /// <param name="collection">The repository at the later end.</param>
    /// <param name="ids">Full ids.</param>
    public static IReadOnlyList<RangeCommit> Read(CollectedRepository collection, IReadOnlyList<string> ids)
    {
        CollectedHistory history = collection.History!;
        EvidenceOptions options = collection.Policy.Evidence;
        var classifier = new EvidenceClassifier(options, RepositoryFiles.Revs(history.Repository, history.Scan.Attribution.Commit));
        var notes = new NoteReader(history.Repository, options);
        var builders = new BuilderNumbers(options);
        List<RangeCommit> commits = [];
        foreach (string id in ids)
        {
            ObjectId commit = ObjectId.Parse(id);
            if (history.Repository.Graph.ReadWhole(commit) is not { } whole)
                continue;
            CommitFacts facts = whole.Facts(id);
            builders.Add(facts);
            IEnumerable<EvidenceStatement> noted = notes.Find(commit) is null ? [] : notes.Read(commit).Statements();
            EvidenceStatement[] said = [.. classifier.Classify(facts), .. noted];
            commits.Add(new RangeCommit(id, said.Any(e => e.Grade > EvidenceGrade.Weak), null) { IsInPart = ExtentRules.Of(said) == EvidenceExtent.Part });
        }

        return [.. commits.Select(c => c with { Builder = builders.Of(c.Id) })];
    }
}
