using System.Runtime.CompilerServices;
using Xunit;

namespace AiAttribution.Testing.Files;

/// <summary>The folder <c>shared/data</c> beside the checkout. It is not part of the project, so tests that read it are skipped where it is missing.</summary>
public static class SharedData
{
    public static string? Root { get; } = Find();

    public static string PathOf(string name) => Path.Combine(Root ?? throw new InvalidOperationException("shared/data is not here"), name);

    private static string? Find([CallerFilePath] string here = "")
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared", "data"));
        return Directory.Exists(root) ? root : null;
    }
}

/// <summary>A fact about the files in <see cref="SharedData"/>.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Root is null)
            Skip = "needs ../shared/data beside the checkout";
    }
}
