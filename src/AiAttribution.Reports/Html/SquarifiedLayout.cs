namespace AiAttribution.Reports.Html;

/// <summary>
/// Divides a rectangle into areas in proportion to sizes, each as near to a square as possible: the squarified treemap of Bruls, Huizing and van Wijk (2000).
/// The same sizes give the same areas everywhere.
/// </summary>
internal static class SquarifiedLayout
{
    /// <summary>An area for each size, in the order of sizes; those of size 0 or less have no extent.</summary>
    /// <param name="sizes">Sizes; best in descending order.</param>
    /// <param name="whole">What is divided.</param>
    public static IReadOnlyList<TreemapArea> Of(IReadOnlyList<long> sizes, TreemapArea whole)
    {
        var areas = new TreemapArea[sizes.Count];
        double all = sizes.Sum(s => (double)Math.Max(0, s));
        if (all == 0 || whole.Width <= 0 || whole.Height <= 0)
            return areas;
        double scale = whole.Width * whole.Height / all;
        double[] extents = [.. sizes.Select(s => Math.Max(0, s) * scale)];
        for (int first = 0; first < extents.Length;)
        {
            int end = RowEnd(extents, first, Math.Min(whole.Width, whole.Height));
            whole = Place(extents, first, end, whole, areas);
            first = end;
        }

        return areas;
    }

    /// <summary>A row takes areas as long as that makes the worst of them squarer.</summary>
    private static int RowEnd(double[] extents, int first, double side)
    {
        double sum = extents[first];
        double smallest = extents[first];
        double largest = extents[first];
        double worst = Worst(sum, smallest, largest, side);
        int end = first + 1;
        for (; end < extents.Length; end++)
        {
            sum += extents[end];
            smallest = Math.Min(smallest, extents[end]);
            largest = Math.Max(largest, extents[end]);
            double next = Worst(sum, smallest, largest, side);
            if (next > worst)
                break;
            worst = next;
        }

        return end;
    }

    /// <summary>The worst ratio of sides in a row along <paramref name="side"/>.</summary>
    private static double Worst(double sum, double smallest, double largest, double side) =>
        smallest <= 0 ? double.PositiveInfinity : Math.Max(side * side * largest / (sum * sum), sum * sum / (side * side * smallest));

    /// <summary>Sets a row along the shorter side, and gives what is left.</summary>
    private static TreemapArea Place(double[] extents, int first, int end, TreemapArea whole, TreemapArea[] areas)
    {
        bool isColumn = whole.Width >= whole.Height;
        double side = isColumn ? whole.Height : whole.Width;
        double sum = 0;
        for (int i = first; i < end; i++)
            sum += extents[i];
        double depth = side <= 0 ? 0 : sum / side;
        double at = 0;
        for (int i = first; i < end; i++)
        {
            double length = depth <= 0 ? 0 : extents[i] / depth;
            areas[i] = isColumn ? new(whole.X, whole.Y + at, depth, length) : new(whole.X + at, whole.Y, length, depth);
            at += length;
        }

        return isColumn
            ? new(whole.X + depth, whole.Y, Math.Max(0, whole.Width - depth), whole.Height)
            : new(whole.X, whole.Y + depth, whole.Width, Math.Max(0, whole.Height - depth));
    }
}
