namespace AiAttribution.Cli.Capture;

/// <summary>
/// The hooks' text. A hook never fails what git did: it ends with the status of the hook that it was put before. It runs the tool that installed it, or the one on the PATH;
/// nothing that a branch brings (tool manifest, <c>global.json</c>, a command in the working tree) decides what runs.
/// </summary>
internal static class HookScripts
{
    /// <summary>Tells our hooks from others'.</summary>
    public const string Mark = "# Installed by 'ai-attribution init --hooks'; 'ai-attribution init --remove-hooks' takes it away.";

    /// <summary>Hooks by name.</summary>
    /// <param name="tool">Absolute paths that run this tool: a program, and what is given to it first. Empty when there is none to rely on.</param>
    public static IReadOnlyList<(string Name, string Script)> All(IReadOnlyList<string> tool) =>
    [
        ("post-commit", Script(
            tool,
            """
            chained "$@" || status=$?
            capture --hook
            """)),
        ("post-rewrite", Script(
            tool,
            """
            rewritten=$(cat)
            printf '%s\n' "$rewritten" | chained "$@" || status=$?
            printf '%s\n' "$rewritten" | capture --rewritten
            """)),
    ];

    private static string Script(IReadOnlyList<string> tool, string body) =>
        $$"""
        #!/bin/sh
        {{Mark}}
        status=0
        chained() {
          if [ -x "$0.before-ai-attribution" ]; then "$0.before-ai-attribution" "$@"; fi
        }
        capture() {
        {{Installed(tool)}}  found=$(command -v ai-attribution 2>/dev/null)
          case "$found" in
            /*) "$found" capture "$@" || true ;;
          esac
        }
        {{body}}
        exit $status

        """.ReplaceLineEndings("\n");

    private static string Installed(IReadOnlyList<string> tool) => tool.Count == 0 ? "" :
        $$"""
          if {{string.Join(" && ", tool.Where(Path.IsPathFullyQualified).Select(path => $"[ -f {Quoted(path)} ]"))}}; then
            {{string.Join(' ', tool.Select(Quoted))}} capture "$@" || true
            return
          fi

        """;

    // A shell on Windows takes both slashes, and a backslash would be an escape for some.
    private static string Quoted(string word) => $"'{(OperatingSystem.IsWindows() ? word.Replace('\\', '/') : word).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
