namespace AiAttribution.Core.Policy;

/// <summary>Something wrong in a policy file.</summary>
/// <param name="File">Name of the file as it was given.</param>
/// <param name="Line">Line, 1-based.</param>
/// <param name="Column">Column in characters, 1-based; 0 when not known.</param>
/// <param name="Message">What is wrong and how to mend it, one sentence or two.</param>
internal sealed record PolicyProblem(string File, int Line, int Column, string Message)
{
    private const int MostTold = 20;

    /// <summary>The first in order of place, and at the place of the next how many more there are: a log prints each.</summary>
    public static IReadOnlyList<PolicyProblem> Told(IEnumerable<PolicyProblem> problems)
    {
        PolicyProblem[] all = [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];
        return all.Length <= MostTold ? all : [.. all.Take(MostTold), all[MostTold] with { Message = $"{all.Length - MostTold} more like these are from here on." }];
    }

    /// <summary>The form that editors and build logs turn into a link: <c>file(line,column): message</c>.</summary>
    public override string ToString() => $"{File}({Line}{(Column > 0 ? $",{Column}" : "")}): {Message}";
}
