using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Core.Lines;

/// <summary>
/// Lines that a commit took out and put in again word for word on the other side of a few lines that stayed. A diff that anchors on a blank line, a brace, <c>return;</c> or a comment
/// which shifted tells them so, however short they are; what shifted is the anchor.
/// </summary>
internal static class ShiftedLines
{
    /// <summary>Most lines that stay between.</summary>
    private const int MostBetween = 3;

    /// <summary>The lines, in order of the file after, each by itself.</summary>
    /// <param name="old">The file before.</param>
    /// <param name="now">The file after.</param>
    /// <param name="hunks">What the commit did to it, in order of lines.</param>
    /// <param name="text">Number of the file before, as in <see cref="MovedBlock.Text"/>.</param>
    /// <param name="known">Blocks that are known to have moved, which are left out.</param>
    public static IEnumerable<MovedBlock> Find(LineText old, LineText now, IReadOnlyList<Hunk> hunks, int text, IReadOnlyList<MovedBlock> known)
    {
        HashSet<int> taken = [.. known.Where(b => b.Text == text).SelectMany(b => Enumerable.Range(b.OldLine, b.Count))];
        HashSet<int> found = [.. known.SelectMany(b => Enumerable.Range(b.NewLine, b.Count))];
        var shifted = new List<MovedBlock>();
        for (int i = 0; i + 1 < hunks.Count; i++)
        {
            if (hunks[i + 1].OldStart - (hunks[i].OldStart + hunks[i].OldCount) > MostBetween)
                continue;
            Pair(hunks[i], hunks[i + 1]);
            Pair(hunks[i + 1], hunks[i]);
        }

        return shifted.OrderBy(b => b.NewLine);

        // In the order of both files; each line that was taken out comes back once.
        void Pair(Hunk removed, Hunk added)
        {
            var places = new Dictionary<ulong, Queue<int>>();
            for (int line = removed.OldStart; line < removed.OldStart + removed.OldCount; line++)
            {
                if (taken.Contains(line) || !MovedLines.IsTelling(old.Line(line)))
                    continue;
                if (!places.TryGetValue(old.Hashes[line], out Queue<int>? of))
                    places.Add(old.Hashes[line], of = []);
                of.Enqueue(line);
            }

            int next = removed.OldStart;
            for (int line = added.NewStart; places.Count > 0 && line < added.NewStart + added.NewCount; line++)
            {
                if (found.Contains(line) || !places.TryGetValue(now.Hashes[line], out Queue<int>? of))
                    continue;
                while (of.TryPeek(out int passed) && passed < next)
                    of.Dequeue();
                if (!of.TryDequeue(out int from))
                    continue;
                shifted.Add(new MovedBlock(line, 1, text, from));
                taken.Add(from);
                found.Add(line);
                next = from + 1;
            }
        }
    }
}
