using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Sessions.Index;

/// <summary>The readings of log files as bytes.</summary>
internal static class PackedReadings
{
    // Changes when what is written or how a log is read changes: old readings are then of no use.
    private const int Version = 1;

    public static byte[] Write(IReadOnlyList<LogReading> readings)
    {
        using var stream = new MemoryStream();
        using var writer = new PackedWriter(stream);
        writer.Write(Version);
        writer.List(readings, reading =>
        {
            writer.Text(reading.File.Reader);
            writer.Text(reading.File.Path);
            writer.Write(reading.File.Size);
            writer.Write(reading.File.Ticks);
            writer.List(reading.Sessions, session => Write(writer, session));
            writer.List(reading.Problems, writer.Text);
        });
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The readings; none when the bytes are of another version or damaged.</summary>
    public static IReadOnlyList<LogReading> Read(byte[]? bytes)
    {
        if (bytes is null)
            return [];
        try
        {
            using var reader = new PackedReader(new MemoryStream(bytes));
            if (reader.ReadInt32() != Version)
                return [];
            return reader.List(() => new LogReading(
                new LogFile(reader.Name(), reader.Name(), reader.ReadInt64(), reader.ReadInt64()),
                reader.List(() => Session(reader)),
                reader.List(reader.Name)));
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or FormatException or ArgumentException or OverflowException)
        {
            return [];
        }
    }

    private static void Write(PackedWriter writer, AgentSession session)
    {
        writer.Text(session.Agent);
        writer.Text(session.Id);
        writer.Text(session.ParentId);
        writer.Text(session.WorkingDirectory);
        writer.Text(session.Branch);
        writer.Time(session.Start);
        writer.Time(session.End);
        writer.Write((byte)session.Exactness);
        writer.Amount(session.Credits);
        writer.List(session.Responses, response => Write(writer, response));
        writer.List(session.EditedFiles, edit => Write(writer, edit));
        writer.List(session.Commits, commit =>
        {
            writer.Text(commit.Id);
            writer.Time(commit.Time);
            writer.Text(commit.WorkingDirectory);
        });
    }

    private static AgentSession Session(PackedReader reader) => new(reader.Name(), reader.Name())
    {
        ParentId = reader.Text(),
        WorkingDirectory = reader.Text(),
        Branch = reader.Text(),
        Start = reader.Time(),
        End = reader.Time(),
        Exactness = (Exactness)reader.ReadByte(),
        Credits = reader.Amount(),
        Responses = reader.List(() => Response(reader)),
        EditedFiles = reader.List(() => new EditedFile(reader.Name(), reader.Time(), reader.List(reader.ReadUInt32))),
        Commits = reader.List(() => new SeenCommit(reader.Name(), reader.Time(), reader.Text())),
    };

    private static void Write(PackedWriter writer, UsageRecord response)
    {
        writer.Write(response.Key);
        writer.Time(response.Time);
        writer.Text(response.Model);
        writer.Usage(response.Usage);
        writer.Text(response.SubKey);
        writer.Write(response.IsSideLine);
        writer.Amount(response.ReportedCost);
        writer.Text(response.WorkingDirectory);
    }

    private static UsageRecord Response(PackedReader reader) => new(reader.ReadString(), reader.Time(), reader.Text(), reader.Usage())
    {
        SubKey = reader.Name(),
        IsSideLine = reader.ReadBoolean(),
        ReportedCost = reader.Amount(),
        WorkingDirectory = reader.Text(),
    };

    private static void Write(PackedWriter writer, EditedFile edit)
    {
        writer.Text(edit.Path);
        writer.Time(edit.Time);
        writer.List(edit.LineHashes, writer.Write);
    }
}
