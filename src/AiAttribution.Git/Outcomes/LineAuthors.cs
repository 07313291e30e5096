using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;

namespace AiAttribution.Git.Outcomes;

/// <summary>Who brought texts or took them away. What evidence says of them is asked each time: notes come later than commits.</summary>
internal sealed class LineAuthors
{
    private readonly List<Author> _all = [];
    private readonly Dictionary<Author, int> _numbers = [];

    /// <summary>How many there are.</summary>
    public int Count => _all.Count;

    /// <summary>Number of a line that a commit wrote, or of a commit that took texts away.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="path">File of the line; null for what the commit took away.</param>
    /// <param name="line">Number of the line, 1-based.</param>
    public int Add(ObjectId commit, string? path = null, int line = 1)
    {
        var author = new Author(commit, path, line);
        if (!_numbers.TryGetValue(author, out int number))
        {
            _numbers.Add(author, number = Count);
            _all.Add(author);
        }

        return number;
    }

    /// <summary>Asks evidence for their AI states, by number.</summary>
    /// <param name="walk">The history.</param>
    /// <param name="table">Knows its evidence.</param>
    public Func<int, LineState> States(WalkedCommit[] walk, SourceTable table)
    {
        var commits = new Dictionary<ObjectId, int>(walk.Length);
        for (int i = 0; i < walk.Length; i++)
            commits.Add(walk[i].Node.Id, i);
        var states = new LineState?[Count];
        return number => states[number] ??= State(_all[number], commits, walk, table);
    }

    /// <summary>Writes them.</summary>
    /// <param name="writer">Writes.</param>
    /// <param name="idLength">Bytes of an id.</param>
    public void Write(CompactWriter writer, int idLength)
    {
        var commits = new Dictionary<ObjectId, int>();
        writer.List(_all, author =>
        {
            writer.Once(author.Commit, commits, commit => writer.Bytes(commit.Span[..idLength]));
            writer.Text(author.Path);
            writer.Number(author.Line);
        });
    }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="InvalidDataException">The bytes are nothing of the kind.</exception>
    public static LineAuthors Read(CompactReader reader, int idLength)
    {
        var authors = new LineAuthors();
        List<ObjectId> commits = [];
        authors._all.AddRange(reader.List(() => new Author(reader.Once(commits, () => new ObjectId(reader.Bytes(idLength))), reader.Text(), reader.Count())));
        return authors._all.TrueForAll(a => a.Line > 0) ? authors : throw new InvalidDataException("there is a line before the first");
    }

    private static LineState State(Author author, Dictionary<ObjectId, int> commits, WalkedCommit[] walk, SourceTable table)
    {
        if (!commits.TryGetValue(author.Commit, out int commit))
            return LineState.Unknown;
        if (author.Path is null)
            return OfRemoval(walk[commit]);
        var runs = new RunList();
        table.Classify(new LineOrigin(0, 1, commit, author.Path, author.Line - 1), runs);
        LineState state = runs.ToArray()[0].State;
        return state == LineState.InPart ? LineState.Unknown : state;
    }

    /// <summary>A note names the lines that are there, so of others it says nothing.</summary>
    private static LineState OfRemoval(WalkedCommit commit)
    {
        if (commit.Node.IsBoundary)
            return LineState.Unknown;
        return ExtentRules.Of(commit.Statements) switch
        {
            null => commit.NoteStatements.Count > 0 ? LineState.Unknown : LineState.Other,
            EvidenceExtent.Part => LineState.Unknown,
            _ => LineState.Ai,
        };
    }

    private readonly record struct Author(ObjectId Commit, string? Path, int Line);
}
