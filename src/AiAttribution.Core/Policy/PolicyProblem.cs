namespace AiAttribution.Core.Policy;

/// <summary>Something wrong in a policy file.</summary>
/// <param name="File">Name of the file as it was given.</param>
/// <param name="Line">Line, 1-based.</param>
/// <param name="Column">Column in characters, 1-based; 0 when not known.</param>
/// <param name="Message">What is wrong and how to mend it, one sentence or two.</param>
internal sealed record PolicyProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The form that editors and build logs turn into a link: <c>file(line,column): message</c>.</summary>
    public override string ToString() => $"{File}({Line}{(Column > 0 ? $",{Column}" : "")}): {Message}";
}
