using AiAttribution.Core.Lines;

namespace AiAttribution.Benchmarks;

/// <summary>Counts the lines on which attribution and <c>git blame</c> agree; threads may add files at once.</summary>
/// <param name="pruned">What a build computes: only AI and unknown lines.</param>
/// <param name="full">The commit of every line.</param>
internal sealed class BlameScore(AttributionResult pruned, AttributionResult full)
{
    private readonly object _gate = new();
    private readonly List<string> _differences = [];
    private readonly List<string> _unread = [];
    private readonly HashSet<string> _aiCommits = [.. pruned.Sources.Where(s => s.Evidence.Count > 0).Select(s => s.Commit)];
    private long _lines;
    private long _sameCommit;
    private long _sameState;
    private long _ai;

    /// <param name="file">Path of the file.</param>
    /// <param name="blame">What git says; null when git cannot read the file's history, as in a copy without its largest objects.</param>
    public void Compare(string file, List<(string Commit, int Line)>? blame)
    {
        if (blame is null)
        {
            lock (_gate)
                _unread.Add(file);
            return;
        }

        string[] ours = Commits(file, blame.Count);
        LineState[] states = States(file, blame.Count);
        lock (_gate)
        {
            for (int i = 0; i < blame.Count; i++)
            {
                bool sameCommit = ours[i] == blame[i].Commit;
                bool sameState = states[i] == LineState.Ai == _aiCommits.Contains(blame[i].Commit);
                _lines++;
                _sameCommit += sameCommit ? 1 : 0;
                _sameState += sameState ? 1 : 0;
                _ai += states[i] == LineState.Ai ? 1 : 0;
                if (!sameCommit || !sameState)
                    _differences.Add($"{file}:{i + 1} git {blame[i].Commit[..10]} here {ours[i][..Math.Min(10, ours[i].Length)]} {states[i]}");
            }
        }
    }

    public void Print()
    {
        Console.WriteLine($"  lines {_lines}, AI {_ai} ({100.0 * _ai / _lines:F2} %)");
        Console.WriteLine($"  same commit {_sameCommit} ({100.0 * _sameCommit / _lines:F4} %), same state {_sameState} ({100.0 * _sameState / _lines:F4} %)");
        if (_unread.Count > 0)
            Console.WriteLine($"  {_unread.Count} files not compared: git blame cannot read them ({string.Join(", ", _unread.Order(StringComparer.Ordinal).Take(3))}, ...)");
        foreach (string difference in _differences.Order(StringComparer.Ordinal).Take(60))
            Console.WriteLine("    " + difference);
    }

    private string[] Commits(string file, int count)
    {
        var commits = new string[count];
        Array.Fill(commits, "");
        foreach (LineRun run in full.Files.TryGetValue(file, out FileAttribution? found) ? found.Runs : [])
            Fill(commits, run, run.Source < 0 ? "" : full.Sources[run.Source].Commit);
        return commits;
    }

    private LineState[] States(string file, int count)
    {
        var states = new LineState[count];
        Array.Fill(states, LineState.Other);
        foreach (LineRun run in pruned.Files.TryGetValue(file, out FileAttribution? found) ? found.Runs : [])
            Fill(states, run, run.State);
        return states;
    }

    private static void Fill<T>(T[] lines, LineRun run, T value) =>
        Array.Fill(lines, value, Math.Min(run.First - 1, lines.Length), Math.Max(0, Math.Min(run.Count, lines.Length - run.First + 1)));
}
