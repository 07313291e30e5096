using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Cache;

/// <summary>The result of a scan, but for its options, which the key stands for.</summary>
/// <param name="options">Options of results that are read.</param>
internal sealed class ScanCodec(ScanOptions options) : CacheCodec<ScanResult>
{
    public override void Write(CompactWriter writer, ScanResult value)
    {
        var statements = new StatementTable();
        writer.Text(value.Attribution.Commit);
        writer.List(value.Attribution.Sources, source => Write(writer, source, statements));
        writer.List([.. value.Attribution.Files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)], file => Write(writer, file));
        Write(writer, value.Summary, statements);
    }

    public override ScanResult Read(CompactReader reader)
    {
        var statements = new StatementTable();
        string commit = reader.Name();
        LineSource[] sources = reader.List(() => ReadSource(reader, statements));
        var files = new Dictionary<string, FileAttribution>(StringComparer.Ordinal);
        foreach (FileAttribution file in reader.List(() => ReadFile(reader, sources.Length)))
            files[file.Path] = file;
        return new ScanResult(new AttributionResult(commit, sources, files), ReadSummary(reader, statements), options);
    }

    private static void Write(CompactWriter writer, LineSource source, StatementTable statements)
    {
        writer.Text(source.Commit);
        writer.Text(source.Path);
        writer.Flag(source.BeforeBaseline);
        statements.Write(writer, source.Evidence);
        statements.Write(writer, source.InPart);
        writer.Text(source.Original);
    }

    private static LineSource ReadSource(CompactReader reader, StatementTable statements)
    {
        string commit = reader.Name();
        string path = reader.Name();
        bool beforeBaseline = reader.Flag();
        return new LineSource(commit, path, statements.Read(reader), beforeBaseline) { InPart = statements.Read(reader), Original = reader.Text() };
    }

    private static void Write(CompactWriter writer, FileAttribution file)
    {
        writer.Text(file.Path);
        writer.List(file.Runs, run =>
        {
            writer.Number(run.Count);
            writer.Choice(run.State);
            writer.Number(run.Source + 1);
            writer.Number(run.OriginLine);
        });
    }

    private static FileAttribution ReadFile(CompactReader reader, int sources)
    {
        string path = reader.Name();
        int last = 0;
        LineRun[] runs = reader.List(() =>
        {
            var run = new LineRun(last + 1, reader.Count(), reader.Choice<LineState>(), reader.Count() - 1, reader.Count());
            return run.Source < sources && (last = run.Last) >= 0 ? run : throw new InvalidDataException("a run that cannot be");
        });
        return new FileAttribution(path, last, runs);
    }

    private static void Write(CompactWriter writer, ScanSummary summary, StatementTable statements)
    {
        writer.Number(summary.Commits);
        writer.Number(summary.AiCommits);
        writer.Number(summary.WeakCommits);
        Write(writer, summary.Kinds);
        Write(writer, summary.Agents);
        writer.Number(summary.Notes);
        writer.Number(summary.UnreachableNotes);
        writer.Number(summary.AdoptedNotes);
        writer.Flag(summary.IsShallow);
        writer.Number(summary.InPart);
        writer.Number(summary.Resolved);
        writer.Text(summary.References);
        writer.List(summary.Missing, writer.Text);
        writer.List(summary.Problems, writer.Text);
        writer.Flag(summary.Foreign is not null);
        if (summary.Foreign is { } foreign)
        {
            writer.Number(foreign.Count);
            writer.Text(foreign.Commit);
            writer.List(foreign.References, writer.Text);
        }

        writer.List([.. summary.Evidence.OrderBy(commit => commit.Key, StringComparer.Ordinal)], commit =>
        {
            writer.Text(commit.Key);
            statements.Write(writer, commit.Value);
        });
    }

    private static ScanSummary ReadSummary(CompactReader reader, StatementTable statements)
    {
        var summary = new ScanSummary(
            reader.Count(),
            reader.Count(),
            reader.Count(),
            ReadCounts(reader),
            ReadCounts(reader),
            reader.Count(),
            reader.Count(),
            reader.Count(),
            reader.Flag(),
            []);
        summary = summary with { InPart = reader.Count(), Resolved = reader.Count(), References = reader.Text(), Missing = reader.List(reader.Name), Problems = reader.List(reader.Name) };
        ForeignNotes? foreign = reader.Flag() ? new ForeignNotes(reader.Count(), reader.Name(), reader.List(reader.Name)) : null;
        var evidence = new Dictionary<string, IReadOnlyList<EvidenceStatement>>(StringComparer.Ordinal);
        foreach ((string commit, EvidenceStatement[] said) in reader.List(() => (reader.Name(), statements.Read(reader))))
            evidence[commit] = said;
        return summary with { Evidence = evidence, Foreign = foreign };
    }

    private static void Write(CompactWriter writer, NamedCounts counts) => writer.List(counts, count =>
    {
        writer.Text(count.Name);
        writer.Number(count.Count);
    });

    private static NamedCounts ReadCounts(CompactReader reader)
    {
        var counts = new NamedCounts();
        foreach ((string name, int count) in reader.List(() => (reader.Name(), reader.Count())))
            counts.Add(name, count);
        return counts;
    }
}
