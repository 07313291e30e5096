namespace AiAttribution.Core.Text;

/// <summary>One sentence for each source and run: a tool that writes what cannot be read writes it many times.</summary>
internal static class Once
{
    /// <summary>The first of several problems, and how many more there are; nothing without one.</summary>
    /// <param name="problems">Problems of one source, the one to be named first.</param>
    /// <param name="source">The source in words, such as the name of a reference.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> problems, string source) => problems switch
    {
        [] => [],
        [{ } only] => [only],
        _ => [$"{problems[0]}; and {Figures.Number(problems.Count - 1)} more of {source}"],
    };
}
