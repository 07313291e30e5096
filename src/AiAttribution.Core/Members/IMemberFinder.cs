namespace AiAttribution.Core.Members;

/// <summary>Finds the members of a C# file. Core knows no compiler, so the host brings the implementation.</summary>
internal interface IMemberFinder
{
    /// <summary>Members of <paramref name="text"/> in order of lines; empty for generated code.</summary>
    /// <param name="path">Path of the file, used to recognise generated code by name.</param>
    /// <param name="text">Source text.</param>
    IReadOnlyList<Member> Find(string path, string text);

    /// <summary>Attributes in <paramref name="text"/> that suppress one of our codes, in order of lines.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="text">Source text.</param>
    IReadOnlyList<Suppression> FindSuppressions(string path, string text);

    /// <summary>Lines of <paramref name="text"/> in which no member is looked for, although there is code.</summary>
    /// <param name="path">Path of the file, used to recognise generated code by name.</param>
    /// <param name="text">Source text.</param>
    IReadOnlyList<UnsearchedLines> FindUnsearched(string path, string text);
}

/// <summary>Lines in which no member is looked for.</summary>
/// <param name="First">First line, 1-based.</param>
/// <param name="Last">Last line, 1-based.</param>
/// <param name="IsGenerated">True for generated code, false for what the compiler leaves out.</param>
internal sealed record UnsearchedLines(int First, int Last, bool IsGenerated);
