using System.Text;
using AiAttribution.Core.Attribution;
using AiAttribution.Core.Evidence;
using AiAttribution.Git.Scanning;

namespace AiAttribution.Git.Caching;

/// <summary>Writes a scan result as bytes and reads it back. The version of the engine is part of the key, so the form may change freely.</summary>
internal static class ScanSerializer
{
    public static byte[] Write(ScanResult result)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(result.Attribution.Commit);
            WriteSources(writer, result.Attribution.Sources);
            WriteFiles(writer, result.Attribution.Files);
            WriteSummary(writer, result.Summary);
        }

        return stream.ToArray();
    }

    /// <returns>Null when the bytes are not a result.</returns>
    public static ScanResult? Read(byte[] bytes, ScanOptions options)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            string commit = reader.ReadString();
            List<LineSource> sources = ReadSources(reader);
            Dictionary<string, FileAttribution> files = ReadFiles(reader, sources.Count);
            return new ScanResult(new AttributionResult(commit, sources, files), ReadSummary(reader), options);
        }
        catch (Exception problem) when (problem is IOException or FormatException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static void WriteSources(BinaryWriter writer, IReadOnlyList<LineSource> sources)
    {
        var statements = new StatementTable(sources.SelectMany(source => source.Evidence));
        statements.Write(writer);
        writer.Write7BitEncodedInt(sources.Count);
        foreach (LineSource source in sources)
        {
            writer.Write(source.Commit);
            writer.Write(source.Path);
            writer.Write(source.BeforeBaseline);
            statements.Write(writer, source.Evidence);
        }
    }

    private static List<LineSource> ReadSources(BinaryReader reader)
    {
        List<EvidenceStatement> statements = StatementTable.Read(reader);
        var sources = new List<LineSource>();
        for (int count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            string commit = reader.ReadString();
            string path = reader.ReadString();
            bool beforeBaseline = reader.ReadBoolean();
            sources.Add(new LineSource(commit, path, StatementTable.Read(reader, statements), beforeBaseline));
        }

        return sources;
    }

    private static void WriteFiles(BinaryWriter writer, IReadOnlyDictionary<string, FileAttribution> files)
    {
        writer.Write7BitEncodedInt(files.Count);
        foreach (FileAttribution file in files.Values.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            writer.Write(file.Path);
            writer.Write7BitEncodedInt(file.Runs.Count);
            foreach (LineRun run in file.Runs)
            {
                writer.Write7BitEncodedInt(run.Count);
                writer.Write((byte)run.State);
                writer.Write7BitEncodedInt(run.Source + 1);
                writer.Write7BitEncodedInt(run.OriginLine);
            }
        }
    }

    private static Dictionary<string, FileAttribution> ReadFiles(BinaryReader reader, int sources)
    {
        int count = reader.Read7BitEncodedInt();
        var files = new Dictionary<string, FileAttribution>(StringComparer.Ordinal);
        for (; count > 0; count--)
        {
            string path = reader.ReadString();
            var runs = new LineRun[reader.Read7BitEncodedInt()];
            int line = 1;
            for (int i = 0; i < runs.Length; i++)
            {
                int length = reader.Read7BitEncodedInt();
                var state = (LineState)reader.ReadByte();
                int source = reader.Read7BitEncodedInt() - 1;
                if (source >= sources)
                    throw new FormatException("a run names a source that is not there");
                runs[i] = new LineRun(line, length, state, source, reader.Read7BitEncodedInt());
                line += length;
            }

            files.Add(path, new FileAttribution(path, line - 1, runs));
        }

        return files;
    }

    private static void WriteSummary(BinaryWriter writer, ScanSummary summary)
    {
        writer.Write(summary.Commits);
        writer.Write(summary.AiCommits);
        writer.Write(summary.WeakCommits);
        WriteCounts(writer, summary.Kinds);
        WriteCounts(writer, summary.Agents);
        writer.Write(summary.Notes);
        writer.Write(summary.UnreachableNotes);
        writer.Write(summary.AdoptedNotes);
        writer.Write(summary.IsShallow);
        writer.Write(summary.Problems.Count);
        foreach (string problem in summary.Problems)
            writer.Write(problem);
        WriteEvidence(writer, summary.Evidence);
    }

    private static void WriteEvidence(BinaryWriter writer, IReadOnlyDictionary<string, IReadOnlyList<EvidenceStatement>> evidence)
    {
        var statements = new StatementTable(evidence.Values.SelectMany(s => s));
        statements.Write(writer);
        writer.Write7BitEncodedInt(evidence.Count);
        foreach (string commit in evidence.Keys.Order(StringComparer.Ordinal))
        {
            writer.Write(commit);
            statements.Write(writer, evidence[commit]);
        }
    }

    private static Dictionary<string, IReadOnlyList<EvidenceStatement>> ReadEvidence(BinaryReader reader)
    {
        List<EvidenceStatement> statements = StatementTable.Read(reader);
        var evidence = new Dictionary<string, IReadOnlyList<EvidenceStatement>>(StringComparer.Ordinal);
        for (int count = reader.Read7BitEncodedInt(); count > 0; count--)
            evidence.Add(reader.ReadString(), StatementTable.Read(reader, statements));
        return evidence;
    }

    private static ScanSummary ReadSummary(BinaryReader reader)
    {
        int commits = reader.ReadInt32();
        int ai = reader.ReadInt32();
        int weak = reader.ReadInt32();
        NamedCounts kinds = ReadCounts(reader);
        NamedCounts agents = ReadCounts(reader);
        int notes = reader.ReadInt32();
        int unreachable = reader.ReadInt32();
        int adopted = reader.ReadInt32();
        bool shallow = reader.ReadBoolean();
        var problems = new List<string>();
        for (int count = reader.ReadInt32(); count > 0; count--)
            problems.Add(reader.ReadString());
        return new ScanSummary(commits, ai, weak, kinds, agents, notes, unreachable, adopted, shallow, problems) { Evidence = ReadEvidence(reader) };
    }

    private static void WriteCounts(BinaryWriter writer, NamedCounts counts)
    {
        writer.Write(counts.Count);
        foreach ((string name, int count) in counts)
        {
            writer.Write(name);
            writer.Write(count);
        }
    }

    private static NamedCounts ReadCounts(BinaryReader reader)
    {
        var counts = new NamedCounts();
        for (int count = reader.ReadInt32(); count > 0; count--)
            counts.Add(reader.ReadString(), reader.ReadInt32());
        return counts;
    }
}
