using System.Diagnostics;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;

namespace AiAttribution.Benchmarks;

/// <summary>
/// What the analyzer spends before it looks at a member: <c>align</c> finds 2,000 lines with 19 edits again, <c>snapshot</c> writes and
/// reads 200 files of 2,000 lines.
/// </summary>
internal static class SnapshotTimes
{
    private const int Rounds = 50;
    private const int Files = 200;
    private const int Lines = 2_000;
    private const int Edits = 19;

    public static int Align(string[] arguments)
    {
        uint[] recorded = TextLines.Of(Text(0)).Hashes;
        List<string> edited = [.. Text(0).Split('\n')];
        for (int edit = 1; edit <= Edits; edit++)
            edited[edit * Lines / (Edits + 1)] = $"edited by hand {edit}";
        string now = string.Join('\n', edited);

        Print($"align {Lines} lines with {Edits} edits", () => LineAligner.Align(recorded, TextLines.Of(now).Hashes));
        int unmatched = LineAligner.Align(recorded, TextLines.Of(now).Hashes).Count(pair => pair < 0);
        Console.WriteLine($"lines not found again: {unmatched}");
        return 0;
    }

    public static int Snapshot(string[] arguments)
    {
        AiSource[] sources = [new(EvidenceGrade.Declared, "claude-code", "m", "claude:s", "0123456789ab", DeploymentTrail.None, null)];
        SnapshotModel snapshot = new(new VerdictPolicy(), [.. Enumerable.Range(0, Files).Select(number => File(number, sources))]);
        string text = SnapshotWriter.Write(snapshot);

        Console.WriteLine($"{Files} files of {Lines} lines: {text.Length / 1024.0 / 1024.0:F2} Mi characters");
        Print("write", () => SnapshotWriter.Write(snapshot));
        Print("read", () => SnapshotReader.Parse(text));
        return 0;
    }

    private static LineTable File(int number, AiSource[] sources)
    {
        uint[] hashes = TextLines.Of(Text(number)).Hashes;
        return new LineTable(
            $"Folder{number % 7}/File{number}.cs",
            FileMeasurement.Measured,
            hashes,
            [.. hashes.Select((_, line) => line / 11 % 3 == 0 ? AttributedLine.Ai(0) : AttributedLine.Other)],
            [.. hashes.Select((_, line) => (LineCoverage)(line / 5 % 4))],
            sources);
    }

    /// <summary>Every fifth line is a bracket, as in code; the others differ.</summary>
    private static string Text(int number) =>
        string.Join('\n', Enumerable.Range(0, Lines).Select(line => line % 5 == 4 ? "        }" : $"        total{number} += Compute(value{line}, \"{line * 7919}\");"));

    private static void Print(string what, Action action)
    {
        double first = Milliseconds(action);
        double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Milliseconds(action)).Order()];
        Console.WriteLine($"{what}: first {first:F1} ms, median {times[Rounds / 2]:F2} ms, worst {times[^1]:F2} ms of {Rounds}");
    }

    private static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
