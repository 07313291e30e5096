using System.Runtime.CompilerServices;

namespace AiAttribution.Testing.Files;

/// <summary>Files of the checkout that a test reads as they are published.</summary>
public static class ProjectFiles
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string Find([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
