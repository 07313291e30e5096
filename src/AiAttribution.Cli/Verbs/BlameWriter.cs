using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Text;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Cli.Verbs;

/// <summary>Writes a file line by line: state, commit, agent, number, text.</summary>
internal static class BlameWriter
{
    private const int CommitLength = 10;
    private const int WidestAgent = 32;

    public static void Write(TextWriter output, FileTarget target, bool tsv)
    {
        IReadOnlyList<LineSource> sources = target.Collection.History!.Scan.Attribution.Sources;
        string[] lines = SourceFile.Text(target.Bytes).Split('\n');
        string[] agents = [.. target.Attribution.Runs.Select(r => Agent(r, sources))];
        int agentWidth = Math.Min(WidestAgent, agents.DefaultIfEmpty("").Max(a => a.Length));
        int numberWidth = target.Attribution.LineCount.ToString().Length;
        if (tsv)
            output.Write("line\tstate\tcommit\tagent\ttext\n");
        foreach ((LineRun run, string agent) in target.Attribution.Runs.Zip(agents))
        {
            for (int line = run.First; line <= run.Last; line++)
            {
                string text = Text(lines, line);
                output.Write(tsv
                    ? $"{line}\t{Word(run.State)}\t{Commit(run, sources).Trim()}\t{agent}\t{Printable.Of(text)}\n"
                    : $"{Word(run.State),-7}  {Commit(run, sources),-CommitLength}  {Cut(agent).PadRight(agentWidth)}  {line.ToString().PadLeft(numberWidth)}  {Untabbed(text)}\n");
            }
        }
    }

    private static string Word(LineState state) => state switch
    {
        LineState.Ai => "ai",
        LineState.Other => "other",
        _ => "unknown",
    };

    private static string Commit(LineRun run, IReadOnlyList<LineSource> sources) => run.Source < 0 ? "-" : sources[run.Source].Commit[..CommitLength];

    private static string Agent(LineRun run, IReadOnlyList<LineSource> sources)
    {
        IReadOnlyList<EvidenceStatement> evidence = run.Source < 0 ? [] : run.State == LineState.InPart ? sources[run.Source].InPart : sources[run.Source].Evidence;
        if (run.State is not (LineState.Ai or LineState.InPart) || evidence.Count == 0)
            return "-";
        string? model = evidence.FirstOrDefault(e => e.Agent == evidence[0].Agent && e.Model is not null)?.Model;
        string more = run.State == LineState.InPart ? " (in part)" : evidence[0].Grade == EvidenceGrade.Weak ? " (weak)" : "";
        return Printable.Of(model is null ? evidence[0].Agent : $"{evidence[0].Agent} {model}") + more;
    }

    private static string Cut(string agent) => agent.Length <= WidestAgent ? agent : agent[..(WidestAgent - 1)] + "…";

    private static string Text(string[] lines, int line) => line <= lines.Length ? lines[line - 1].TrimEnd('\r') : "";

    /// <summary>Indentation by tabs stays; other control characters become visible.</summary>
    private static string Untabbed(string text) => string.Join('\t', text.Split('\t').Select(Printable.Of));
}
