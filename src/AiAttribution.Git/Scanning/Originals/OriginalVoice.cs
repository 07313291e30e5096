using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Lines;
using AiAttribution.Git.History;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>What commits outside of the scanned history say of the lines that they made: their notes first, else their messages.</summary>
internal sealed class OriginalVoice(GitRepository repository, NoteReader notes, EvidenceClassifier classifier)
{
    private readonly Dictionary<ObjectId, Original> _whole = [];
    private readonly Dictionary<(ObjectId, EvidenceStatement?), Original> _named = [];

    /// <summary>What a commit says of each line of a file, as if it had made all of them.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="path">Path of the file in it.</param>
    /// <param name="lines">Number of its lines.</param>
    public Original?[] Of(CommitNode commit, string path, int lines)
    {
        var said = new Original?[lines];
        if (notes.Read(commit.Id).Files.GetValueOrDefault(path) is not { } ranges || !ranges.Any(range => range.Ai is not null))
        {
            Array.Fill(said, Whole(commit.Id));
            return said;
        }

        Array.Fill(said, Named(commit.Id, null));
        foreach (AttestedRange range in ranges)
        {
            for (int line = range.First; line <= Math.Min(range.Last, lines); line++)
                said[line - 1] = Named(commit.Id, range.Ai);
        }

        return said;
    }

    /// <summary>Whether all agents that a squash names are those of some of its originals, and others of them name none: then what it says was taken over from some.</summary>
    /// <param name="range">The originals.</param>
    /// <param name="squash">What the squash says.</param>
    public bool IsOfSome(SquashRange range, IReadOnlyList<EvidenceStatement> squash)
    {
        Original?[] said = [.. range.Commits.Where(commit => commit.Parents.Length == 1).Select(commit => Whole(commit.Id))];
        HashSet<string> agents = [.. said.SelectMany(original => original?.Evidence ?? []).Select(statement => statement.Agent)];
        return Array.Exists(said, original => original is { State: LineState.Other }) && squash.All(statement => agents.Contains(statement.Agent));
    }

    private Original? Whole(ObjectId commit)
    {
        if (_whole.TryGetValue(commit, out Original? known))
            return known;
        string id = Hex(commit);
        if (repository.Graph.ReadWhole(commit) is not { } whole)
            return null;
        IReadOnlyList<EvidenceStatement> statements = [.. classifier.Classify(whole.Facts(id)), .. notes.Read(commit).Whole];
        LineState state = ExtentRules.Of(statements) switch
        {
            null => LineState.Other,
            EvidenceExtent.Part => LineState.InPart,
            _ => LineState.Ai,
        };
        return _whole[commit] = new Original(id, state, statements);
    }

    private Original Named(ObjectId commit, EvidenceStatement? statement)
    {
        if (!_named.TryGetValue((commit, statement), out Original? original))
        {
            LineState state = statement is null ? LineState.Other : statement.Extent == EvidenceExtent.Part ? LineState.InPart : LineState.Ai;
            _named[(commit, statement)] = original = new Original(Hex(commit), state, statement is null ? [] : [statement]);
        }

        return original;
    }

    private string Hex(ObjectId commit) => commit.ToHex(repository.Objects.IdLength);
}
