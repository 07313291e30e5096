using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Sessions;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>Why it is not known whether a line is AI though its commit has a mark, and how it can become known.</summary>
internal static class InPartExplanation
{
    public static IEnumerable<(string Label, string Text)> Of(GitRepository repository, LineSource source)
    {
        if (source.InPart.Count == 0)
            yield break;
        string commit = source.Original ?? source.Commit;
        int lines = new CommitChanges(repository).Of(commit).Sum(file => file.AddedCount);
        foreach (EvidenceStatement statement in source.InPart)
            yield return ("evidence", $"{Explanation.Evidence(statement)}: some of the {Figures.Count(lines, "line")} of this commit, not said which");
        yield return ("way out", Fetch(repository, commit));
    }

    /// <summary>The command that brings the commits that were squashed, where the server keeps them.</summary>
    private static string Fetch(GitRepository repository, string commit)
    {
        string? message = repository.Graph.ReadWhole(ObjectId.Parse(commit))?.Message;
        if (message is null || SquashSigns.Reference(message) is not { } reference)
            return GitAiNoteWords.FetchOriginals;
        return $"git fetch {repository.Remotes.FirstOrDefault() ?? "origin"} {reference}:{reference}";
    }
}
