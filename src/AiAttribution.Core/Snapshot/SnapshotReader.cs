using System.Globalization;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Snapshot;

/// <summary>Reads the text of a snapshot as <c>SnapshotWriter</c> writes it.</summary>
internal static class SnapshotReader
{
    /// <summary>
    /// The snapshot; null when the text is empty, malformed, cut short, of another version or beyond <see cref="SnapshotLimits"/>.
    /// It never throws: a compiler that cannot read it reports nothing, and the task that wrote it owns the errors.
    /// </summary>
    public static SnapshotModel? Parse(string text)
    {
        if (text.Length > SnapshotLimits.Characters || !text.StartsWith(SnapshotFormat.Header, StringComparison.Ordinal))
            return null;
        State state = new();
        using StringReader lines = new(text);
        if (lines.ReadLine() != SnapshotFormat.Header)
            return null;
        while (lines.ReadLine() is string line)
        {
            int space = line.IndexOf(' ');
            string word = space < 0 ? line : line.Substring(0, space);
            string rest = space < 0 ? "" : line.Substring(space + 1);
            if (word == SnapshotFormat.End)
                return state.End(rest);
            if (!state.Add(word, rest))
                return null;
        }

        return null;
    }

    private sealed class State
    {
        private readonly List<AiSource> _sources = [];
        private readonly List<LineTable> _files = [];
        private VerdictPolicy? _policy;
        private PendingFile? _file;

        public bool Add(string word, string rest) => word switch
        {
            SnapshotFormat.Policy => (_policy = ParsePolicy(rest)) is not null,
            SnapshotFormat.Source => AddSource(rest),
            SnapshotFormat.File => CloseFile() && (_file = PendingFile.Parse(rest)) is not null,
            SnapshotFormat.Marks => _file is not null && (_file.Marks = rest) is not null,
            SnapshotFormat.Coverage => _file is not null && (_file.Coverage = rest) is not null,
            SnapshotFormat.Hashes => _file is not null && (_file.Hashes = rest) is not null,
            _ => true,
        };

        public SnapshotModel? End(string count) =>
            CloseFile() && _policy is not null && count == _files.Count.ToString(CultureInfo.InvariantCulture)
                ? new SnapshotModel(_policy, _files)
                : null;

        private static VerdictPolicy? ParsePolicy(string rest)
        {
            if (SnapshotFields.Parse(rest) is not SnapshotFields fields
                || !double.TryParse(fields["share"], NumberStyles.Float, CultureInfo.InvariantCulture, out double share)
                || !(share >= 0 && share <= 1)
                || fields.Number("lines") is not int lines)
                return null;
            return new VerdictPolicy(share, lines, fields.Number("grace") ?? 0);
        }

        private bool AddSource(string rest)
        {
            if (SnapshotFields.Parse(rest) is not SnapshotFields fields
                || fields.Word("grade", SnapshotFormat.Grades) is not (> 0 and int grade)
                || fields.Word("deployed", SnapshotFormat.Deployments) is not (>= 0 and int deployment)
                || fields["agent"] is not string agent
                || fields["commit"] is not string commit)
                return false;
            _sources.Add(new AiSource(
                (EvidenceGrade)grade, agent, fields["model"], fields["session"], commit, (DeploymentTrail)deployment, fields["first"])
            {
                Tokens = TokensOf(fields),
                Cost = decimal.TryParse(fields[SnapshotFormat.Cost], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal cost) ? cost : null,
            });
            return true;
        }

        private static Dictionary<string, long> TokensOf(SnapshotFields fields)
        {
            Dictionary<string, long> tokens = new(StringComparer.Ordinal);
            foreach (KeyValuePair<string, string> field in fields.All)
            {
                if (field.Key.StartsWith(SnapshotFormat.TokensPrefix, StringComparison.Ordinal)
                    && long.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
                    tokens[field.Key.Substring(SnapshotFormat.TokensPrefix.Length)] = count;
            }

            return tokens;
        }

        private bool CloseFile()
        {
            if (_file is null)
                return true;
            if (_file.Build(_sources) is not LineTable file)
                return false;
            _files.Add(file);
            _file = null;
            return true;
        }
    }

    private sealed class PendingFile(string path, FileMeasurement measurement, int lines, string? searched)
    {
        public string? Marks { get; set; }

        public string? Coverage { get; set; }

        public string? Hashes { get; set; }

        public static PendingFile? Parse(string rest) =>
            SnapshotFields.Parse(rest) is SnapshotFields fields
            && fields["path"] is { Length: > 0 } path
            && fields.Word("tests", SnapshotFormat.Measurements) is >= 0 and int measurement
            && fields.Number("lines") is > 0 and <= SnapshotLimits.LinesOfFile and int lines
                ? new PendingFile(path, (FileMeasurement)measurement, lines, fields[SnapshotFormat.Searched])
                : null;

        /// <summary>Hashes come first: their length proves the number of lines before anything of that size is made.</summary>
        public LineTable? Build(IReadOnlyList<AiSource> sources) =>
            Hashes is not null && Marks is not null && Coverage is not null
            && SnapshotHashes.Parse(Hashes, lines) is uint[] hashes
            && SnapshotRuns.ParseMarks(Marks, lines, sources.Count) is AttributedLine[] marks
            && SnapshotRuns.ParseCoverage(Coverage, lines) is LineCoverage[] coverage
                ? new LineTable(path, measurement, hashes, marks, coverage, sources) { Searched = searched is null ? [] : searched.Split(SnapshotFormat.SearchedSeparator) }
                : null;
    }
}
