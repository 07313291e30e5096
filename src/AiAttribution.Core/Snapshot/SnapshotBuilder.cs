using AiAttribution.Core.Attribution;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Trails;
using AiAttribution.Core.Verdicts;

namespace AiAttribution.Core.Snapshot;

/// <summary>Makes a snapshot out of attributed files.</summary>
/// <param name="sources">Sources that the runs of files refer to.</param>
/// <param name="deployment">Deployment trail of a source and the name of its first live deployment.</param>
/// <param name="tokens">Tokens by class that the commit of a source used; null when not known.</param>
/// <param name="cost">What they cost in USD; null when that is not known.</param>
public sealed class SnapshotBuilder(
    IReadOnlyList<LineSource> sources,
    Func<LineSource, (DeploymentTrail Trail, string? First)> deployment,
    Func<LineSource, IReadOnlyDictionary<string, long>?>? tokens = null,
    Func<LineSource, decimal?>? cost = null)
{
    private const int AbbreviatedLength = 12;

    private readonly Dictionary<int, int> _marks = [];
    private readonly List<SnapshotSource> _sources = [];
    private readonly List<SnapshotFile> _files = [];

    /// <summary>Records one file and returns what was recorded, whether or not it has AI lines.</summary>
    /// <param name="path">Path relative to the project's directory, with <c>/</c>.</param>
    /// <param name="text">Text that the runs describe. Lines beyond the runs are unknown.</param>
    /// <param name="attribution">State of the lines.</param>
    /// <param name="measurement">Whether tests were measured on this text.</param>
    /// <param name="coverage">What tests say of the line with this number, 1-based; null when nothing is known of any line.</param>
    public SnapshotFile Add(
        string path,
        string text,
        FileAttribution attribution,
        FileMeasurement measurement = FileMeasurement.Unmeasured,
        Func<int, LineCoverage>? coverage = null)
    {
        uint[] hashes = TextLines.Of(text).Hashes;
        LineCoverage[] lines = new LineCoverage[hashes.Length];
        for (int i = 0; coverage is not null && i < lines.Length; i++)
            lines[i] = coverage(i + 1);
        SnapshotFile file = new(path, measurement, hashes, MarksOf(attribution, hashes.Length), lines);
        _files.Add(file);
        return file;
    }

    /// <summary>A commit's id as sources carry it.</summary>
    public static string Abbreviate(string commit) => commit.Length > AbbreviatedLength ? commit.Substring(0, AbbreviatedLength) : commit;

    /// <summary>The snapshot of all files added so far.</summary>
    public SnapshotModel Build(VerdictPolicy policy) => new(policy, _sources.ToArray(), _files.ToArray());

    private int[] MarksOf(FileAttribution attribution, int lineCount)
    {
        int[] marks = new int[lineCount];
        for (int i = 0; i < lineCount; i++)
            marks[i] = LineMark.Unknown;
        foreach (LineRun run in attribution.Runs)
        {
            int mark = MarkOf(run);
            for (int line = run.First; line <= run.Last && line <= lineCount; line++)
                marks[line - 1] = mark;
        }

        return marks;
    }

    private int MarkOf(LineRun run)
    {
        if (run.State != LineState.Ai)
            return run.State == LineState.Other ? LineMark.Other : LineMark.Unknown;
        if (run.Source < 0 || sources[run.Source].Evidence.Count == 0)
            return LineMark.Unknown;
        if (sources[run.Source].BeforeBaseline)
            return LineMark.Other;
        if (!_marks.TryGetValue(run.Source, out int mark))
        {
            mark = _sources.Count;
            _marks.Add(run.Source, mark);
            _sources.Add(Describe(sources[run.Source]));
        }

        return mark;
    }

    private SnapshotSource Describe(LineSource source)
    {
        EvidenceStatement strongest = source.Evidence[0];
        EvidenceStatement? withModel = source.Evidence.FirstOrDefault(evidence => evidence.Agent == strongest.Agent && evidence.Model is not null);
        EvidenceStatement? withSession = source.Evidence.FirstOrDefault(evidence => evidence.Session is not null);
        (DeploymentTrail trail, string? first) = deployment(source);
        return new SnapshotSource(strongest.Grade, strongest.Agent, withModel?.Model, withSession?.Session?.ToString(), Abbreviate(source.Commit), trail, first)
        {
            Tokens = tokens?.Invoke(source) ?? new Dictionary<string, long>(),
            Cost = cost?.Invoke(source),
        };
    }
}
