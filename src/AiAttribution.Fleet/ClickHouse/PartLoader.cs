using System.Text;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.ClickHouse;

/// <summary>
/// Brings parts of the lake onto one shard. A part is a partition there: one that has not just its rows is dropped and loaded from the beginning, so that whatever was broken off,
/// repeated or lost leaves no row twice.
/// </summary>
/// <param name="server">That takes the rows.</param>
/// <param name="duck">Reads Parquet files.</param>
/// <param name="loaded">Told how many rows it took.</param>
/// <param name="cancel">Ends the work between two batches.</param>
internal sealed class PartLoader(ClickHouseServer server, Duck duck, Action<int> loaded, CancellationToken cancel)
{
    /// <summary>One block there, so that the server takes all of a batch or nothing.</summary>
    private const int MostRows = 250_000;

    private const int MostBytes = 32 << 20;
    private const int MostTries = 4;

    /// <summary>Loads a part.</summary>
    /// <param name="part">What it is there.</param>
    /// <param name="rows">Query for its rows as JSON.</param>
    /// <param name="there">How many rows of it are there.</param>
    /// <exception cref="ClickHouseException">The server does not take it.</exception>
    public void Load(ShardPart part, string rows, long there)
    {
        string table = Schema.RowsOf(part.Table);
        for (int tries = 1; there != part.Rows; tries++)
        {
            try
            {
                if (there > 0 || tries > 1)
                    server.Run($"ALTER TABLE {server.Database}.{table} DROP PARTITION {Sql.Text(part.Part)}");
                Send(table, rows);
                there = Count(table, part);
                if (there != part.Rows && tries == MostTries)
                    throw new ClickHouseException($"{server.Name}: '{table}' has {there:N0} of the {part.Rows:N0} rows of part {part.Part} after {tries} tries. Does another export write there? Nothing is published; run it again.", -1, false);
            }
            catch (ClickHouseException e) when (e.IsTransient && tries < MostTries)
            {
                cancel.WaitHandle.WaitOne(TimeSpan.FromSeconds(1 << (tries - 1)));
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private void Send(string table, string rows)
    {
        using var batch = new MemoryStream();
        int count = 0;
        foreach (string row in duck.Texts(rows))
        {
            batch.Write(Encoding.UTF8.GetBytes(row));
            batch.WriteByte((byte)'\n');
            if (++count == MostRows || batch.Length > MostBytes)
                Flush();
        }

        Flush();

        void Flush()
        {
            cancel.ThrowIfCancellationRequested();
            if (count > 0)
                server.Insert(table, new ArraySegment<byte>(batch.GetBuffer(), 0, (int)batch.Length));
            loaded(count);
            count = 0;
            batch.SetLength(0);
        }
    }

    private long Count(string table, ShardPart part) => (long)server
        .Rows($"SELECT sum(rows) AS n FROM system.parts WHERE database = '{server.Database}' AND table = '{table}' AND active AND partition = {Sql.Text(part.Part)}")[0].Number(0);
}
