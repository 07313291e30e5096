using System.Globalization;
using System.Text;

namespace AiAttribution.Core.Snapshot;

/// <summary>Writes a snapshot as text.</summary>
/// <remarks>
/// The compiler reruns when the text changes, so the text says nothing that can change while the attribution does not:
/// files are sorted, sources are numbered by first use, and equal sources become one.
/// </remarks>
public static class SnapshotWriter
{
    /// <summary>The text of a snapshot. Files without AI lines or beyond <see cref="SnapshotLimits"/> are left out.</summary>
    /// <exception cref="ArgumentException">A file's arrays differ in length, or a mark refers to a source that is missing.</exception>
    public static string Write(SnapshotModel snapshot)
    {
        StringBuilder files = new();
        SourceNumbers sources = new(snapshot.Sources);
        int count = 0;
        foreach (SnapshotFile file in snapshot.Files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (!Array.Exists(file.Marks, LineMark.IsAi) || file.Marks.Length > SnapshotLimits.LinesOfFile)
                continue;
            AppendFile(files, file, sources);
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

    private static void AppendFile(StringBuilder output, SnapshotFile file, SourceNumbers sources)
    {
        if (file.Hashes.Length != file.Marks.Length || file.Coverage.Length != file.Marks.Length)
            throw new ArgumentException($"Hashes, marks and coverage of {file.Path} differ in length.", nameof(file));
        output.Append(SnapshotFormat.File);
        SnapshotFields.Append(output, "lines", Text(file.Marks.Length));
        SnapshotFields.Append(output, "tests", SnapshotFormat.Measurements[(int)file.Measurement]);
        SnapshotFields.Append(output, "path", file.Path);
        output.Append('\n').Append(SnapshotFormat.Marks);
        SnapshotRuns.AppendMarks(output, file.Marks, sources.NumberOf);
        output.Append('\n').Append(SnapshotFormat.Coverage);
        SnapshotRuns.AppendCoverage(output, file.Coverage);
        output.Append('\n').Append(SnapshotFormat.Hashes).Append(' ').Append(SnapshotHashes.Write(file.Hashes)).Append('\n');
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed class SourceNumbers(IReadOnlyList<SnapshotSource> sources)
    {
        private readonly Dictionary<string, int> _numberOfRecord = new(StringComparer.Ordinal);
        private readonly Dictionary<int, int> _numbers = [];

        public List<string> Records { get; } = [];

        public int NumberOf(int mark)
        {
            if (_numbers.TryGetValue(mark, out int number))
                return number;
            if (mark >= sources.Count)
                throw new ArgumentException($"Mark {mark} refers to none of the {sources.Count} sources.", nameof(mark));
            string record = Record(sources[mark]);
            if (!_numberOfRecord.TryGetValue(record, out number))
            {
                number = Records.Count;
                Records.Add(record);
                _numberOfRecord.Add(record, number);
            }

            _numbers.Add(mark, number);
            return number;
        }

        private static string Record(SnapshotSource source)
        {
            StringBuilder output = new();
            SnapshotFields.Append(output, "grade", SnapshotFormat.Grades[(int)source.Grade]);
            SnapshotFields.Append(output, "agent", source.Agent);
            SnapshotFields.Append(output, "model", source.Model);
            SnapshotFields.Append(output, "session", source.Session);
            SnapshotFields.Append(output, "commit", source.Commit);
            SnapshotFields.Append(output, "deployed", SnapshotFormat.Deployments[(int)source.Deployment]);
            SnapshotFields.Append(output, "first", source.FirstDeployment);
            foreach (string tokens in source.Tokens.Keys.OrderBy(tokens => tokens, StringComparer.Ordinal))
                SnapshotFields.Append(output, SnapshotFormat.TokensPrefix + tokens, source.Tokens[tokens].ToString(CultureInfo.InvariantCulture));
            SnapshotFields.Append(output, SnapshotFormat.Cost, source.Cost?.ToString(SnapshotFormat.CostFormat, CultureInfo.InvariantCulture));
            return output.ToString();
        }
    }
}
