using AiAttribution.Core.Lines;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>Lines of a file in one state as <c>1-4,9</c>.</summary>
internal static class LineRanges
{
    public static string Of(FileAttribution file, LineState state)
    {
        List<(int First, int Last)> ranges = [];
        foreach (LineRun run in file.Runs.Where(r => r.State == state))
        {
            if (ranges.Count > 0 && ranges[^1].Last + 1 == run.First)
                ranges[^1] = (ranges[^1].First, run.Last);
            else
                ranges.Add((run.First, run.Last));
        }

        return string.Join(',', ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}"));
    }
}
