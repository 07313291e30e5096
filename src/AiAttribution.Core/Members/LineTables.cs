using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Members;

/// <summary>Makes the line tables of a project's files. Sources are numbered in the order in which files first use them.</summary>
/// <param name="sources">Sources that the runs of files refer to.</param>
/// <param name="describe">What is known of a source that has evidence.</param>
internal sealed class LineTables(IReadOnlyList<LineSource> sources, Func<LineSource, AiSource> describe)
{
    private readonly Dictionary<int, int> _numbers = [];
    private readonly List<AiSource> _sources = [];

    /// <summary>What the evidence of a source says. Nothing is known of its deployment and tokens yet.</summary>
    public static AiSource Describe(LineSource source)
    {
        EvidenceStatement strongest = source.Evidence[0];
        EvidenceStatement? withModel = source.Evidence.FirstOrDefault(evidence => evidence.Agent == strongest.Agent && evidence.Model is not null);
        EvidenceStatement? withSession = source.Evidence.FirstOrDefault(evidence => evidence.Session is not null);
        return new AiSource(strongest.Grade, strongest.Agent, withModel?.Model, withSession?.Session?.ToString(), source.Commit, DeploymentTrail.Unknown, null)
        {
            BeforeBaseline = source.BeforeBaseline,
        };
    }

    /// <summary>The table of one file, whether or not it has AI lines.</summary>
    /// <param name="path">Path from the repository root, with <c>/</c>.</param>
    /// <param name="hashes">Hashes of the lines of the text that the runs describe. Lines beyond the runs are unknown.</param>
    /// <param name="attribution">State of the lines.</param>
    /// <param name="measurement">Whether tests were measured on this text.</param>
    /// <param name="coverage">What tests say of lines in order; nothing is known of lines beyond.</param>
    public LineTable Of(string path, uint[] hashes, FileAttribution attribution, FileMeasurement measurement, LineCoverage[] coverage)
    {
        AttributedLine[] lines = new AttributedLine[hashes.Length];
        Array.Fill(lines, AttributedLine.Unknown);
        foreach (LineRun run in attribution.Runs)
        {
            AttributedLine known = Line(run);
            for (int line = run.First; line <= run.Last && line <= lines.Length; line++)
                lines[line - 1] = known;
        }

        Array.Resize(ref coverage, lines.Length);
        return new LineTable(path, measurement, hashes, lines, coverage, _sources);
    }

    /// <summary>An AI line of which nobody says by whose evidence is as good as unknown.</summary>
    private AttributedLine Line(LineRun run) => run.State switch
    {
        LineState.Other => AttributedLine.Other,
        LineState.Ai when run.Source >= 0 && sources[run.Source].Evidence.Count > 0 => AttributedLine.Ai(NumberOf(run.Source)),
        _ => AttributedLine.Unknown,
    };

    private int NumberOf(int source)
    {
        if (!_numbers.TryGetValue(source, out int number))
        {
            number = _sources.Count;
            _numbers.Add(source, number);
            _sources.Add(describe(sources[source]));
        }

        return number;
    }
}
