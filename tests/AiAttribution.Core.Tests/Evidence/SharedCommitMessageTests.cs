using System.Text.Json;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Evidence;

public class SharedCommitMessageTests
{
    private sealed record Labelled(string Sha, string Label, string Author, string Message);

    [SharedDataFact]
    public void Labelled_commits_give_no_false_evidence_and_at_least_99_percent_of_the_true()
    {
        Labelled[] commits = File.ReadLines(SharedData.PathOf("commit-messages.jsonl"))
            .Select(l => JsonSerializer.Deserialize<Labelled>(l, new JsonSerializerOptions(JsonSerializerDefaults.Web))!).ToArray();
        Labelled[] ai = commits.Where(c => c.Label == "ai").ToArray();

        Assert.Equal((600, 300), (commits.Length, ai.Length));
        Assert.Empty(commits.Except(ai).Where(HasEvidence).Select(c => c.Sha));
        Assert.InRange(ai.Count(HasEvidence), 297, 300);
    }

    private static bool HasEvidence(Labelled commit) => CommitClassifier.Classify(commit.Message, commit.Author).Count > 0;
}
