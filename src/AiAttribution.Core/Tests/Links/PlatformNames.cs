namespace AiAttribution.Core.Tests.Links;

/// <summary>Tells the platform's types from those of libraries, which find code by rules of their own.</summary>
internal static class PlatformNames
{
    /// <summary>Namespaces that look like the platform's and whose types find code by themselves.</summary>
    private static readonly string[] Finders =
    [
        "System.Management.Automation.", "System.Composition.", "System.ComponentModel.Composition.", "System.Web.", "System.ServiceModel.", "System.ServiceProcess.", "System.Windows.",
        "System.Configuration.Install.", "System.Activities.", "System.CommandLine.",
    ];

    /// <summary>Namespaces whose generic methods and types do nothing to their arguments but hold them, compare them and call what is handed to them.</summary>
    private static readonly string[] Containers = ["System.Linq.", "System.Collections.", "System.Threading.", "System.Runtime.CompilerServices."];

    /// <summary>Whether a type is the platform's.</summary>
    public static bool IsPlatform(string type) =>
        (type.StartsWith("System.", StringComparison.Ordinal) || type.StartsWith("Microsoft.CSharp.", StringComparison.Ordinal) || type.StartsWith("Microsoft.FSharp.", StringComparison.Ordinal)
            || type.StartsWith("Microsoft.VisualBasic.", StringComparison.Ordinal) || type.StartsWith("Microsoft.Win32.", StringComparison.Ordinal))
        && !Array.Exists(Finders, f => type.StartsWith(f, StringComparison.Ordinal));

    /// <summary>Whether a type only holds what it is generic in.</summary>
    public static bool IsContainer(string type) =>
        type != "System.Activator" && (type.LastIndexOf('.') == "System".Length || Array.Exists(Containers, c => type.StartsWith(c, StringComparison.Ordinal))) && type.StartsWith("System.", StringComparison.Ordinal);
}
