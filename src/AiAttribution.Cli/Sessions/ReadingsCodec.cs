using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Text;
using AiAttribution.Git.Cache;

namespace AiAttribution.Cli.Sessions;

/// <summary>The readings of an agent's log files.</summary>
internal sealed class ReadingsCodec : CacheCodec<IReadOnlyList<LogReading>>
{
    public override void Write(CompactWriter writer, IReadOnlyList<LogReading> value) => writer.List(value, reading =>
    {
        writer.Text(reading.File.Reader);
        writer.Text(reading.File.Path);
        writer.Number(reading.File.Size);
        writer.Number(reading.File.Ticks);
        writer.List(reading.Sessions, session => Write(writer, session));
        writer.List(reading.Problems, writer.Text);
    });

    public override IReadOnlyList<LogReading> Read(CompactReader reader) => reader.List(() => new LogReading(
        new LogFile(reader.Name(), reader.Name(), reader.Number(), reader.Number()),
        reader.List(() => Session(reader)),
        reader.List(reader.Name)));

    private static void Write(CompactWriter writer, AgentSession session)
    {
        writer.Text(session.Agent);
        writer.Text(session.Id);
        writer.Text(session.ParentId);
        writer.Text(session.WorkingDirectory);
        writer.Text(session.Branch);
        writer.Time(session.Start);
        writer.Time(session.End);
        writer.Choice(session.Exactness);
        writer.Number(session.Rank);
        writer.Flag(session.IsDoubtful);
        writer.Flag(session.HasCopies);
        writer.Amount(session.Credits);
        writer.List(session.Responses, response => Write(writer, response));
        writer.List(session.EditedFiles, edit =>
        {
            writer.Text(edit.Path);
            writer.Time(edit.Time);
            writer.List(edit.LineHashes, writer.Fixed);
            writer.Flag(edit.MayRepeat);
        });
        writer.List(session.Commits, commit =>
        {
            writer.Text(commit.Id);
            writer.Time(commit.Time);
            writer.Text(commit.WorkingDirectory);
        });
    }

    private static AgentSession Session(CompactReader reader) => new(reader.Name(), reader.Name())
    {
        ParentId = reader.Text(),
        WorkingDirectory = reader.Text(),
        Branch = reader.Text(),
        Start = reader.Time(),
        End = reader.Time(),
        Exactness = reader.Choice<Exactness>(),
        Rank = reader.Count(),
        IsDoubtful = reader.Flag(),
        HasCopies = reader.Flag(),
        Credits = reader.Amount(),
        Responses = reader.List(() => Response(reader)),
        EditedFiles = reader.List(() => new EditedFile(reader.Name(), reader.Time(), reader.List(reader.Fixed32), reader.Flag())),
        Commits = reader.List(() => new SeenCommit(reader.Name(), reader.Time(), reader.Text())),
    };

    private static void Write(CompactWriter writer, UsageRecord response)
    {
        writer.Unique(response.Key);
        writer.Time(response.Time);
        writer.Text(response.Model);
        writer.Usage(response.Usage);
        writer.Text(response.SubKey);
        writer.Flag(response.IsSideLine);
        writer.Amount(response.ReportedCost);
        writer.Text(response.WorkingDirectory);
        writer.Fixed(response.Request);
        writer.Fixed(response.Call);
        writer.Unique(response.Alias ?? "");
        writer.Flag(response.MayBeCopy);
        writer.Time(response.Since);
        writer.Number(response.WebSearches);
    }

    private static UsageRecord Response(CompactReader reader) => new(reader.Unique(), reader.Time(), reader.Text(), reader.Usage())
    {
        SubKey = reader.Name(),
        IsSideLine = reader.Flag(),
        ReportedCost = reader.Amount(),
        WorkingDirectory = reader.Text(),
        Request = reader.Fixed64(),
        Call = reader.Fixed64(),
        Alias = reader.Unique() is { Length: > 0 } alias ? alias : null,
        MayBeCopy = reader.Flag(),
        Since = reader.Time(),
        WebSearches = reader.Count(),
    };
}
