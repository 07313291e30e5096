using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Capture;

/// <summary>How this tool can be run again by absolute paths.</summary>
internal static class RunningTool
{
    /// <summary>Its own program, or <c>dotnet exec</c> and its assembly, which looks for no SDK and so at no <c>global.json</c>. Empty when it lies in the working tree, where a branch may bring another one.</summary>
    public static IReadOnlyList<string> Words(GitRepository repository) =>
        Words(Environment.ProcessPath, typeof(RunningTool).Assembly.Location, repository.WorkingDirectory);

    internal static IReadOnlyList<string> Words(string? program, string assembly, string? workingTree)
    {
        string? name = Path.GetFileNameWithoutExtension(program);
        string[] words = program is null ? []
            : name == Path.GetFileNameWithoutExtension(assembly) ? [program]
            : name == "dotnet" && assembly.Length > 0 ? [program, "exec", assembly]
            : [];
        return words.Any(word => workingTree is not null && word.StartsWith(workingTree, StringComparison.OrdinalIgnoreCase)) ? [] : words;
    }
}
