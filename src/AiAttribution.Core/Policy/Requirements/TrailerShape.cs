using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>Forms that the value of a disclosure trailer may have to have.</summary>
public static class TrailerShape
{
    /// <summary><c>AGENT:MODEL [TOOL]…</c>, as <c>Assisted-by</c> of the Linux kernel (Documentation/process/coding-assistants.rst).</summary>
    public const string Kernel = "kernel";

    /// <summary><c>TOOL [VERSION]</c> without an e-mail address, as <c>Generated-by</c> of the Apache Software Foundation.</summary>
    public const string Apache = "apache";

    /// <summary>Whether a value has a shape: one of the names, or a pattern.</summary>
    public static bool Has(string value, string shape) => shape switch
    {
        Kernel => IsKernel(value),
        Apache => value.Trim().Length > 0 && !value.Contains('@') && !value.Contains('<'),
        _ => Glob.ForNames(shape).Matches(value),
    };

    /// <summary>An example of a shape.</summary>
    public static string Example(string shape) => shape switch
    {
        Kernel => "AGENT:MODEL",
        Apache => "TOOL VERSION",
        _ => shape,
    };

    /// <summary>Agent and model are one word each; what follows are names of tools.</summary>
    private static bool IsKernel(string value)
    {
        string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int colon = words.Length == 0 ? -1 : words[0].IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && colon < words[0].Length - 1 && !value.Contains('@') && !value.Contains('<');
    }
}
