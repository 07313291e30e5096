using AiAttribution.Core.Outcomes;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;
using AiAttribution.Git.Objects;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Outcomes;

/// <summary>What a walk needs to go on from its last commit: for each text when it came and left, by whom, and which types hold it.</summary>
internal sealed class OutcomeState
{
    /// <summary>The commit up to which the main line was walked; null id for none.</summary>
    public ObjectId Commit { get; set; }

    /// <summary>Days of the steps that were walked, newest first.</summary>
    public IReadOnlyList<int> Days { get; set; } = [];

    /// <summary>Numbers of the texts.</summary>
    public required TextNumbers Numbers { get; init; }

    /// <summary>Who brought and took texts.</summary>
    public required LineAuthors Authors { get; init; }

    /// <summary>Texts of the main line.</summary>
    public required TextStates Main { get; init; }

    /// <summary>Texts of production; null where they were not read.</summary>
    public TextSpans? Production { get; set; }

    /// <summary>Names the states of production that were read.</summary>
    public string ProductionKey { get; set; } = "";

    /// <summary>Contents that were not in the clone.</summary>
    public IReadOnlyCollection<ObjectId> Missing { get; set; } = [];

    /// <summary>Nothing is known yet.</summary>
    /// <param name="since">What happened before this day is not asked for.</param>
    public static OutcomeState None(int since) => new() { Numbers = new TextNumbers(), Authors = new LineAuthors(), Main = new TextStates(new TextSpans(since)) };

    /// <summary>The step of a main line up to which all is known; null where that line, or its days, is another one.</summary>
    /// <param name="walk">The history.</param>
    /// <param name="line">Its main line.</param>
    /// <param name="days">Days of its steps.</param>
    /// <param name="oldest">The oldest step that is looked at.</param>
    public int? StepIn(WalkedCommit[] walk, MainLine line, int[] days, int oldest)
    {
        int step = oldest - Days.Count + 1;
        return Days.Count > 0 && step >= 0 && walk[line.Steps[step]].Node.Id == Commit && days.AsSpan(step, Days.Count).SequenceEqual([.. Days]) ? step : null;
    }
}

/// <summary>Keeps a state.</summary>
/// <param name="since">What happened before this day is not asked for.</param>
/// <param name="idLength">Bytes of an id.</param>
internal sealed class OutcomeStateCodec(int since, int idLength) : CacheCodec<OutcomeState>
{
    public override void Write(CompactWriter writer, OutcomeState value)
    {
        WriteId(writer, value.Commit);
        writer.List(value.Days, day => writer.Fixed((uint)day));
        value.Numbers.Write(writer);
        value.Authors.Write(writer, idLength);
        value.Main.Spans.Write(writer);
        value.Main.Write(writer);
        writer.Flag(value.Production is not null);
        value.Production?.Write(writer);
        writer.Text(value.ProductionKey);
        writer.List(value.Missing, id => WriteId(writer, id));
    }

    public override OutcomeState Read(CompactReader reader)
    {
        var commit = new ObjectId(reader.Bytes(idLength));
        int[] days = reader.List(() => (int)reader.Fixed32());
        TextNumbers numbers = TextNumbers.Read(reader);
        LineAuthors authors = LineAuthors.Read(reader, idLength);
        TextSpans main = TextSpans.Read(reader, since, numbers.Count, authors.Count);
        return new OutcomeState
        {
            Commit = commit,
            Days = days,
            Numbers = numbers,
            Authors = authors,
            Main = TextStates.Read(reader, main, numbers.Count),
            Production = reader.Flag() ? TextSpans.Read(reader, int.MaxValue, numbers.Count, authors.Count) : null,
            ProductionKey = reader.Name(),
            Missing = reader.List(() => new ObjectId(reader.Bytes(idLength))),
        };
    }

    private void WriteId(CompactWriter writer, ObjectId id) => writer.Bytes(id.Span[..idLength]);
}
