using System.Runtime.CompilerServices;

namespace AiAttribution.Core.Lines.Diff;

/// <summary>
/// Sets lines aside that only confuse a comparison: those without any counterpart, and very frequent ones that stand among such lines.
/// They are marked as changed; the sliding step may still match them.
/// </summary>
internal static class LineMatcher
{
    private const int FrequentAtMost = 1024;
    private const int Window = 100;
    private const int RunFactor = 4;

    private enum Counterparts : byte
    {
        None,
        Some,
        Many,
    }

    public static void Prepare(DiffSide oldSide, DiffSide newSide, int prefix)
    {
        (int[] oldOccurrences, int[] newOccurrences) = Classify(oldSide, newSide);
        int suffix = CommonSuffix(oldSide, newSide, prefix);
        Keep(oldSide, newOccurrences, prefix, oldSide.Count - suffix);
        Keep(newSide, oldOccurrences, prefix, newSide.Count - suffix);
    }

    private static (int[] Old, int[] New) Classify(DiffSide oldSide, DiffSide newSide)
    {
        var numbers = new Dictionary<ulong, int>(Math.Max(oldSide.Count, newSide.Count));
        oldSide.Classes = Number(oldSide, numbers);
        newSide.Classes = Number(newSide, numbers);
        return (Occurrences(oldSide.Classes, numbers.Count), Occurrences(newSide.Classes, numbers.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Number(DiffSide side, Dictionary<ulong, int> numbers)
    {
        var classes = new int[side.Count];
        for (int line = 0; line < classes.Length; line++)
        {
            ref int number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(numbers, side.Text.Hashes[line], out bool known);
            if (!known)
                number = numbers.Count - 1;
            classes[line] = number;
        }

        return classes;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Occurrences(int[] classes, int count)
    {
        var occurrences = new int[count];
        foreach (int number in classes)
            occurrences[number]++;
        return occurrences;
    }

    private static int CommonSuffix(DiffSide oldSide, DiffSide newSide, int prefix)
    {
        int most = Math.Min(oldSide.Count, newSide.Count) - prefix;
        int suffix = 0;
        while (suffix < most && oldSide.Classes[oldSide.Count - 1 - suffix] == newSide.Classes[newSide.Count - 1 - suffix])
            suffix++;
        return suffix;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Keep(DiffSide side, int[] occurrencesInOther, int start, int end)
    {
        int frequent = Math.Min(PowerOfTwoRoot(side.Count), FrequentAtMost);
        var counterparts = new Counterparts[side.Count];
        for (int line = start; line < end; line++)
        {
            int occurrences = occurrencesInOther[side.Classes[line]];
            counterparts[line] = occurrences == 0 ? Counterparts.None : occurrences >= frequent ? Counterparts.Many : Counterparts.Some;
        }

        var kept = new List<int>(end - start);
        for (int line = start; line < end; line++)
        {
            if (counterparts[line] == Counterparts.Some
                || (counterparts[line] == Counterparts.Many && !StandsAmongUnmatched(counterparts, line, start, end - 1)))
                kept.Add(line);
            else
                side.Mark(line, changed: true);
        }

        side.Kept = [.. kept];
        side.KeptClasses = Array.ConvertAll(side.Kept, line => side.Classes[line]);
    }

    /// <summary>True when the run around a frequent line consists mostly of lines without counterpart, on both its sides.</summary>
    private static bool StandsAmongUnmatched(Counterparts[] counterparts, int line, int first, int last)
    {
        (int none, int many) = Run(counterparts, line, -1, Math.Max(first, line - Window));
        if (none == 0)
            return false;
        (int noneAfter, int manyAfter) = Run(counterparts, line, 1, Math.Min(last, line + Window));
        if (noneAfter == 0)
            return false;
        none += noneAfter;
        many += manyAfter;
        return many * RunFactor < many + none;
    }

    private static (int None, int Many) Run(Counterparts[] counterparts, int line, int step, int limit)
    {
        int none = 0;
        int many = 1;
        for (int i = line + step; step < 0 ? i >= limit : i <= limit; i += step)
        {
            if (counterparts[i] == Counterparts.None)
                none++;
            else if (counterparts[i] == Counterparts.Many)
                many++;
            else
                break;
        }

        return (none, many);
    }

    /// <summary>A power of two near the square root of <paramref name="value"/>: git's bound, which must be the same to find the same hunks.</summary>
    internal static int PowerOfTwoRoot(int value)
    {
        int root = 1;
        for (; value > 0; value >>= 2)
            root <<= 1;
        return root;
    }
}
