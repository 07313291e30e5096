using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model;

/// <summary>Counts lines by state, grade and agent.</summary>
/// <param name="builderOf">Who made a commit, as a number; null for a machine.</param>
internal sealed class LineTally(Func<string, int?>? builderOf = null)
{
    private readonly AgentCounts _graded = [];
    private readonly int[] _grades = new int[(int)EvidenceGrade.Lines + 1];

    /// <summary>All lines.</summary>
    public int Total { get; private set; }

    /// <summary>Lines with AI evidence.</summary>
    public int Ai { get; private set; }

    /// <summary>Those of them that belong to the baseline and are never judged.</summary>
    public int Baseline { get; private set; }

    /// <summary>AI lines that are not committed yet, and that a session on this machine is recorded to have written.</summary>
    public int AiNotCommitted { get; private set; }

    /// <summary>Says how many these are, one sentence; null where there is none.</summary>
    public string? NotCommittedSentence => AiNotCommitted == 0 ? null
        : $"{Figures.Count(AiNotCommitted, "AI line is", "AI lines are")} not committed yet: sessions on this machine are recorded to have written {(AiNotCommitted == 1 ? "it" : "them")}, and evidence in git decides once {(AiNotCommitted == 1 ? "it is" : "they are")} committed.";

    /// <summary>Lines without AI evidence.</summary>
    public int Other { get; private set; }

    /// <summary>Lines whose history is missing.</summary>
    public int HistoryMissing { get; private set; }

    /// <summary>Lines that are not committed.</summary>
    public int NotCommitted { get; private set; }

    /// <summary>Lines of commits that are AI in part: their history is known, and not which of them are AI.</summary>
    public int InPart { get; private set; }

    /// <summary>Those lines by full id of the commit.</summary>
    public NamedCounts InPartCommits { get; } = [];

    /// <summary>Lines whose origin is not known.</summary>
    public int WithoutOrigin => HistoryMissing + NotCommitted;

    /// <summary>Lines of which it is not known whether they are AI.</summary>
    public int Unknown => WithoutOrigin + InPart;

    /// <summary>Lines that are AI by evidence, or other without any.</summary>
    public int Known => Total - Unknown;

    /// <summary>How much is known, in a sentence: lines that are AI in part are not, though their commit is.</summary>
    public string KnownWords => $"{Figures.Percent(Known, Total)} of {Figures.Count(Total, "line")} {(Total == 1 ? "is" : "are")} known: AI by evidence, or other without any.";

    /// <summary>AI lines per agent, models apart (<c>claude-code</c>, <c>codex gpt-5</c>).</summary>
    public AgentCounts Agents { get; } = [];

    /// <summary>The same by the grade of their evidence, too. Where grades must not be told apart, the grade is <c>none</c>.</summary>
    public IReadOnlyList<(string Grade, string Agent, int Lines)> GradedAgents =>
        [.. _graded.Select(c => c.Name.Split(' ', 2) is [var grade, var agent] ? (grade, agent, c.Count) : ("none", c.Name, c.Count))];

    /// <summary>AI lines of a grade.</summary>
    public int Of(EvidenceGrade grade) => _grades[(int)grade];

    /// <summary>Adds a file.</summary>
    /// <param name="file">Its lines as they are now.</param>
    /// <param name="sources">Sources that its runs refer to.</param>
    /// <param name="unknownInCommit">Unknown lines it has in the commit already; the others are not committed.</param>
    public void Add(FileAttribution file, IReadOnlyList<LineSource> sources, int unknownInCommit)
    {
        int unknown = file.Count(LineState.Unknown);
        Total += file.LineCount;
        Other += file.Count(LineState.Other);
        HistoryMissing += Math.Min(unknown, unknownInCommit);
        NotCommitted += Math.Max(0, unknown - unknownInCommit);
        foreach (LineRun run in file.Runs)
        {
            if (run.State == LineState.Ai)
                AddAi(run.Count, run.Source >= 0 ? sources[run.Source] : null);
            else if (run.State == LineState.InPart)
                AddInPart(run.Count, run.Source >= 0 ? sources[run.Source].Commit : "");
        }
    }

    private void AddInPart(int lines, string commit)
    {
        InPart += lines;
        InPartCommits.Add(commit, lines);
    }

    private void AddAi(int lines, LineSource? source)
    {
        Ai += lines;
        if (source is { BeforeBaseline: true })
            Baseline += lines;
        if (source is { IsNotCommitted: true })
            AiNotCommitted += lines;
        EvidenceStatement? strongest = source?.Evidence.Count > 0 ? source.Evidence[0] : null;
        EvidenceGrade grade = strongest?.Grade ?? EvidenceGrade.Weak;
        _grades[(int)grade] += lines;
        string agent = strongest?.Agent ?? "unknown";
        string? model = source?.Evidence.FirstOrDefault(e => e.Agent == agent && e.Model is not null)?.Model;
        string name = model is null ? agent : $"{agent} {model}";
        int? builder = source is null ? null : builderOf?.Invoke(source.Commit);
        Agents.Add(name, lines, builder);
        _graded.Add($"{ReportWords.Of(grade)} {name}", lines, builder);
    }
}
