namespace AiAttribution.Core.Sessions.Linking;

/// <summary>Lines that one writer wrote below each other.</summary>
/// <param name="Writer">Number of the writer.</param>
/// <param name="Lines">Hashes of the lines.</param>
internal sealed record WrittenBlock(int Writer, IReadOnlyList<uint> Lines);

/// <summary>
/// Finds again what was written, by content alone: runs of lines that stand in a text as they stand in a block. Half of the telling lines of a block must be there, or
/// three of them in one run; else they are lines that anybody writes. Each line of a block is found once, and each line of the text has one writer, the first.
/// </summary>
internal sealed class WrittenLines
{
    /// <summary>Stands for the writer of a line that nobody is known to have written.</summary>
    public const int Nobody = -1;

    private const double Share = 0.5;
    private const int TellingRun = 3;

    // The same line a hundred times over is data; the first places are as good as the others.
    private const int MostPlaces = 64;

    private readonly uint[] _lines;
    private readonly bool[] _isOpen;
    private readonly int[] _writers;
    private readonly int[] _takenBy;
    private readonly Dictionary<uint, List<int>> _places = [];
    private int _block;

    private WrittenLines(uint[] lines, bool[] isOpen)
    {
        _lines = lines;
        _isOpen = isOpen;
        _writers = new int[lines.Length];
        _takenBy = new int[lines.Length];
        Array.Fill(_writers, Nobody);
        for (int line = 0; line < lines.Length; line++)
        {
            if (!isOpen[line] || !LineRarity.IsTelling(lines[line]))
                continue;
            if (!_places.TryGetValue(lines[line], out List<int>? places))
                _places.Add(lines[line], places = []);
            if (places.Count < MostPlaces)
                places.Add(line);
        }
    }

    /// <summary>For each line of a text who wrote it, or <see cref="Nobody"/>.</summary>
    /// <param name="lines">Hashes of the lines of the text.</param>
    /// <param name="isOpen">Which of them are in question.</param>
    /// <param name="blocks">What was written, the oldest first.</param>
    public static int[] Of(uint[] lines, bool[] isOpen, IEnumerable<WrittenBlock> blocks)
    {
        var found = new WrittenLines(lines, isOpen);
        foreach (WrittenBlock block in blocks)
            found.Add(block);
        return found._writers;
    }

    /// <summary>The runs of lines with one writer, in the order of the text, as blocks.</summary>
    /// <param name="lines">Hashes of the lines of the text.</param>
    /// <param name="writers">Who wrote each.</param>
    public static IEnumerable<WrittenBlock> Blocks(uint[] lines, int[] writers)
    {
        for (int start = 0, end; start < lines.Length; start = end)
        {
            end = start + 1;
            while (end < lines.Length && writers[end] == writers[start])
                end++;
            if (writers[start] != Nobody)
                yield return new WrittenBlock(writers[start], lines[start..end]);
        }
    }

    private void Add(WrittenBlock block)
    {
        _block++;
        var runs = new List<Run>();
        int from = 0;
        for (int at = 0; at < block.Lines.Count;)
        {
            if (Best(block.Lines, at, from) is not { } run)
            {
                at++;
                continue;
            }

            runs.Add(run);
            Array.Fill(_takenBy, _block, run.Start, run.Length);
            at = from = run.BlockEnd;
        }

        double half = block.Lines.Count(LineRarity.IsTelling) * Share;
        bool isThere = runs.Sum(run => run.Telling) >= half;
        foreach (Run run in runs.Where(run => isThere || run.Telling >= TellingRun))
        {
            for (int line = run.Start; line < run.Start + run.Length; line++)
                _writers[line] = _writers[line] == Nobody ? block.Writer : _writers[line];
        }
    }

    /// <summary>The run that has most telling lines which nobody has yet, then the longest; null when the line stands nowhere, or tells nothing.</summary>
    private Run? Best(IReadOnlyList<uint> block, int at, int from)
    {
        Run? best = null;
        foreach (int place in _places.GetValueOrDefault(block[at]) ?? [])
        {
            if (_takenBy[place] == _block)
                continue;
            Run run = Around(block, at, from, place);
            if (best is null || (run.New, run.Length).CompareTo((best.Value.New, best.Value.Length)) > 0)
                best = run;
        }

        return best;
    }

    private Run Around(IReadOnlyList<uint> block, int at, int from, int place)
    {
        int before = 0;
        while (at - before > from && Fits(place - before - 1, block[at - before - 1]))
            before++;
        int after = 1;
        while (at + after < block.Count && Fits(place + after, block[at + after]))
            after++;
        int start = place - before;
        int telling = 0;
        int open = 0;
        for (int line = start; line < place + after; line++)
        {
            if (!LineRarity.IsTelling(_lines[line]))
                continue;
            telling++;
            open += _writers[line] == Nobody ? 1 : 0;
        }

        return new Run(start, before + after, at + after, telling, open);
    }

    private bool Fits(int line, uint hash) => line >= 0 && line < _lines.Length && _isOpen[line] && _takenBy[line] != _block && _lines[line] == hash;

    /// <param name="Start">First line in the text, 0-based.</param>
    /// <param name="Length">Number of lines.</param>
    /// <param name="BlockEnd">The line of the block behind it.</param>
    /// <param name="Telling">Lines that tell something.</param>
    /// <param name="New">Those of them that nobody has yet.</param>
    private readonly record struct Run(int Start, int Length, int BlockEnd, int Telling, int New);
}
