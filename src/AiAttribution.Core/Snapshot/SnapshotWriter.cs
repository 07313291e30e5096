using System.Globalization;
using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;

namespace AiAttribution.Core.Snapshot;

/// <summary>Writes a snapshot as text.</summary>
/// <remarks>
/// The compiler reruns when the text changes, so the text says nothing that can change while the attribution does not:
/// files are sorted, sources are numbered by first use, and equal sources become one.
/// </remarks>
internal static class SnapshotWriter
{
    /// <summary>
    /// The text of a snapshot. Files without lines that are judged as AI or beyond <see cref="SnapshotLimits"/> are left out. AI lines of the baseline are written
    /// as other lines, because the compiler only judges.
    /// </summary>
    /// <exception cref="ArgumentException">A file's arrays differ in length, or a line refers to a source that is missing.</exception>
    public static string Write(SnapshotModel snapshot)
    {
        StringBuilder files = new();
        SourceNumbers sources = new();
        int count = 0;
        foreach (LineTable file in snapshot.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            AttributedLine[] lines = Array.ConvertAll(file.Lines, line => AsJudged(line, file));
            if (!Array.Exists(lines, line => line.State == LineState.Ai) || lines.Length > SnapshotLimits.LinesOfFile)
                continue;
            AppendFile(files, file, lines, sources);
            count++;
        }

        StringBuilder output = new();
        output.Append(SnapshotFormat.Header).Append('\n');
        output.Append(SnapshotFormat.Policy);
        SnapshotFields.Append(output, "share", snapshot.Policy.Share.ToString("R", CultureInfo.InvariantCulture));
        SnapshotFields.Append(output, "lines", Text(snapshot.Policy.MinimumLines));
        SnapshotFields.Append(output, "grace", Text(snapshot.Policy.GraceDays));
        output.Append('\n');
        foreach (string source in sources.Records)
            output.Append(SnapshotFormat.Source).Append(source).Append('\n');
        output.Append(files).Append(SnapshotFormat.End).Append(' ').Append(Text(count)).Append('\n');
        return output.ToString();
    }

    private static AttributedLine AsJudged(AttributedLine line, LineTable file)
    {
        if (line.State != LineState.Ai)
            return line;
        if (line.Source >= file.Sources.Count)
            throw new ArgumentException($"A line of {file.Path} refers to source {line.Source}, and there are {file.Sources.Count}.", nameof(file));
        return file.Sources[line.Source].BeforeBaseline ? AttributedLine.Other : line;
    }

    private static void AppendFile(StringBuilder output, LineTable file, AttributedLine[] lines, SourceNumbers sources)
    {
        if (file.Hashes.Length != lines.Length || file.Coverage.Length != lines.Length)
            throw new ArgumentException($"Hashes, lines and coverage of {file.Path} differ in length.", nameof(file));
        output.Append(SnapshotFormat.File);
        SnapshotFields.Append(output, "lines", Text(lines.Length));
        SnapshotFields.Append(output, "tests", SnapshotFormat.Measurements[(int)file.Measurement]);
        SnapshotFields.Append(output, SnapshotFormat.Searched, file.Searched.Count == 0 ? null : string.Join(SnapshotFormat.SearchedSeparator, file.Searched));
        SnapshotFields.Append(output, "path", file.Path);
        output.Append('\n').Append(SnapshotFormat.Marks);
        SnapshotRuns.AppendMarks(output, lines, source => sources.NumberOf(file.Sources[source]));
        output.Append('\n').Append(SnapshotFormat.Coverage);
        SnapshotRuns.AppendCoverage(output, file.Coverage);
        output.Append('\n').Append(SnapshotFormat.Hashes).Append(' ').Append(SnapshotHashes.Write(file.Hashes)).Append('\n');
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class SourceNumbers
    {
        private readonly Dictionary<string, int> _numberOfRecord = new(StringComparer.Ordinal);
        private readonly Dictionary<AiSource, int> _numbers = new(ReferenceEqualityComparer.Instance);

        public List<string> Records { get; } = [];

        public int NumberOf(AiSource source)
        {
            if (_numbers.TryGetValue(source, out int number))
                return number;
            string record = Record(source);
            if (!_numberOfRecord.TryGetValue(record, out number))
            {
                number = Records.Count;
                Records.Add(record);
                _numberOfRecord.Add(record, number);
            }

            _numbers.Add(source, number);
            return number;
        }

        private static string Record(AiSource source)
        {
            StringBuilder output = new();
            SnapshotFields.Append(output, "grade", SnapshotFormat.Grades[(int)source.Grade]);
            SnapshotFields.Append(output, "agent", source.Agent);
            SnapshotFields.Append(output, "model", source.Model);
            SnapshotFields.Append(output, "session", source.Session);
            SnapshotFields.Append(output, "commit", source.ShortCommit);
            SnapshotFields.Append(output, "deployed", SnapshotFormat.Deployments[(int)source.Deployment]);
            SnapshotFields.Append(output, "first", source.FirstDeployment);
            foreach (string tokens in source.Tokens.Keys.OrderBy(tokens => tokens, StringComparer.Ordinal))
                SnapshotFields.Append(output, SnapshotFormat.TokensPrefix + tokens, source.Tokens[tokens].ToString(CultureInfo.InvariantCulture));
            SnapshotFields.Append(output, SnapshotFormat.Cost, source.Cost?.ToString(SnapshotFormat.CostFormat, CultureInfo.InvariantCulture));
            return output.ToString();
        }
    }
}
