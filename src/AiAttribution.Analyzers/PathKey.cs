namespace AiAttribution.Analyzers;

/// <summary>Brings paths to one form, so that they can be compared without asking the disk.</summary>
internal static class PathKey
{
    /// <summary>The path with <c>/</c> and without <c>.</c> and <c>..</c> segments.</summary>
    public static string Of(string path)
    {
        List<string> segments = [];
        foreach (string segment in path.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[segments.Count - 1] is not ("" or ".."))
                segments.RemoveAt(segments.Count - 1);
            else if (segment != "." && (segment.Length > 0 || segments.Count == 0))
                segments.Add(segment);
        }

        return string.Join("/", segments);
    }
}
