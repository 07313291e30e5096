using AiAttribution.Core.Evidence;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Classifies one commit that is made of what a test wants to show.</summary>
internal static class CommitClassifier
{
    public const string Id = "0123456789abcdef0123456789abcdef01234567";
    public const string Person = "Ann Example <ann@example.com>";

    public static IReadOnlyList<EvidenceStatement> Classify(
        string message, string author = Person, string committer = Person, EvidenceOptions? options = null, RevsFile? revs = null)
    {
        (string authorName, string authorEmail) = Split(author);
        (string committerName, string committerEmail) = Split(committer);
        var commit = new CommitFacts(Id, authorName, authorEmail, committerName, committerEmail, message);
        return new EvidenceClassifier(options ?? EvidenceOptions.Default, revs ?? RevsFile.Empty).Classify(commit);
    }

    /// <summary>Classifies a message whose body is one trailer.</summary>
    public static IReadOnlyList<EvidenceStatement> ClassifyTrailer(string trailer, EvidenceOptions? options = null) =>
        Classify($"Add parser\n\n{trailer}\n", options: options);

    private static (string Name, string Email) Split(string identity)
    {
        int open = identity.LastIndexOf(" <", StringComparison.Ordinal);
        return (identity[..open], identity[(open + 2)..^1]);
    }
}
