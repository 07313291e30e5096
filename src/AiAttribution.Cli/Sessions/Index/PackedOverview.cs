using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Pricing;

namespace AiAttribution.Cli.Sessions.Index;

/// <summary>An overview as bytes, under the key of the files it was made of.</summary>
internal static class PackedOverview
{
    private const int Version = 1;

    public static byte[] Write(byte[] key, SessionOverview overview)
    {
        using var stream = new MemoryStream();
        using var writer = new PackedWriter(stream);
        writer.Write(Version);
        writer.Write(key);
        writer.List(overview.Sessions, session => Write(writer, session));
        writer.List(overview.Problems, problem =>
        {
            writer.Text(problem.File);
            writer.Text(problem.Sentence);
        });
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The overview; null when it is of other files or another version, or damaged.</summary>
    public static SessionOverview? Read(byte[]? bytes, byte[] key)
    {
        if (bytes is null)
            return null;
        try
        {
            using var reader = new PackedReader(new MemoryStream(bytes));
            if (reader.ReadInt32() != Version || !reader.ReadBytes(key.Length).AsSpan().SequenceEqual(key))
                return null;
            return new SessionOverview(reader.List(() => Session(reader)), reader.List(() => new LogProblem(reader.Name(), reader.Name())));
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static void Write(PackedWriter writer, SessionSummary session)
    {
        writer.Text(session.Agent);
        writer.Text(session.Id);
        writer.Text(session.ParentId);
        writer.Time(session.Start);
        writer.Time(session.End);
        writer.List(session.Models, writer.Text);
        writer.Write7BitEncodedInt(session.Responses);
        writer.Usage(session.Usage);
        writer.Amount(session.Cost.Computed);
        writer.Amount(session.Cost.Reported);
        writer.Write7BitEncodedInt64(session.Cost.UnpricedTokens);
        writer.Write((byte)session.Exactness);
        writer.Amount(session.Credits);
    }

    private static SessionSummary Session(PackedReader reader) => new()
    {
        Agent = reader.Name(),
        Id = reader.Name(),
        ParentId = reader.Text(),
        Start = reader.Time(),
        End = reader.Time(),
        Models = reader.List(reader.Name),
        Responses = reader.Read7BitEncodedInt(),
        Usage = reader.Usage(),
        Cost = new SessionCost(reader.Amount(), reader.Amount(), reader.Read7BitEncodedInt64()),
        Exactness = (Exactness)reader.ReadByte(),
        Credits = reader.Amount(),
    };
}
