using AiAttribution.Core.Lines.Diff;

namespace AiAttribution.Git.Scanning.Notes;

/// <summary>Where the lines of a text stand in a later one.</summary>
internal static class LinePlaces
{
    /// <summary>New line of each old one, both 0-based; -1 for lines that are gone.</summary>
    public static int[] Of(LineText old, LineText now)
    {
        var places = new int[old.Count];
        Array.Fill(places, -1);
        int oldLine = 0;
        int newLine = 0;
        foreach (Hunk hunk in LineDiff.Compare(old, now).Append(new Hunk(old.Count, 0, now.Count, 0)))
        {
            while (oldLine < hunk.OldStart)
                places[oldLine++] = newLine++;
            oldLine = hunk.OldStart + hunk.OldCount;
            newLine = hunk.NewStart + hunk.NewCount;
        }

        return places;
    }
}
