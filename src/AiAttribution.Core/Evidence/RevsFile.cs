namespace AiAttribution.Core.Evidence;

/// <summary>What could not be read, and where.</summary>
/// <param name="Line">Line, 1-based.</param>
/// <param name="Column">Column, 1-based.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
internal sealed record ParseProblem(int Line, int Column, string Message);

/// <summary>What <c>.ai-attribution-revs</c> says of a commit.</summary>
/// <param name="Agent">Agent as written; <c>unknown</c> when none is given.</param>
/// <param name="Model">Model, normalised; null when none is given.</param>
internal sealed record RevsEntry(string Agent, string? Model);

/// <summary>Commits that a repository declares AI-assisted, for history that carries no trailer.</summary>
/// <param name="Entries">Entries by full lower-case commit id; the last line for an id wins.</param>
/// <param name="Problems">Lines that were left out, in order.</param>
internal sealed record RevsFile(IReadOnlyDictionary<string, RevsEntry> Entries, IReadOnlyList<ParseProblem> Problems)
{
    /// <summary>Path of the file from the repository root.</summary>
    public const string Path = ".ai-attribution-revs";

    /// <summary>Reading allocates at most 256 KiB and this many bytes for each character, whatever the file holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerCharacter = 20;

    /// <summary>No commits are listed.</summary>
    public static RevsFile Empty { get; } = new(new Dictionary<string, RevsEntry>(), []);

    /// <summary>Reads the text of the file: one commit id per line, optionally followed by a space and <c>agent[:model]</c>; <c>#</c> starts a comment.</summary>
    public static RevsFile Parse(string text)
    {
        var entries = new Dictionary<string, RevsEntry>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<ParseProblem>();
        int number = 0;
        foreach (ReadOnlySpan<char> line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            number++;
            int comment = line.IndexOf('#');
            RevsLine.Read(comment < 0 ? line : line[..comment], number, entries, problems);
        }

        return new RevsFile(entries, problems);
    }
}
