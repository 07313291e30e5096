namespace AiAttribution.Cli.Capture;

/// <summary>
/// The hooks' text. A hook after a commit never fails what git did: it ends with the status of the hook that it was put before. It runs the tool that installed it, or the one on the PATH;
/// nothing that a branch brings (tool manifest, <c>global.json</c>, a command in the working tree) decides what runs.
/// </summary>
internal static class HookScripts
{
    /// <summary>Tells our hooks from others'.</summary>
    public const string Mark = "'ai-attribution init --remove-hooks' takes it away.";

    /// <summary>Name of the hook after a commit.</summary>
    public const string PostCommit = "post-commit";

    /// <summary>Name of the hook before a commit.</summary>
    public const string PreCommit = "pre-commit";

    /// <summary>Hooks that capture after each commit, by name.</summary>
    /// <param name="tool">Absolute paths that run this tool: a program, and what is given to it first. Empty when there is none to rely on.</param>
    public static IReadOnlyList<(string Name, string Script)> All(IReadOnlyList<string> tool) =>
    [
        (PostCommit, Script(
            tool,
            "--hooks",
            """
            chained "$@" || status=$?
            tool capture --hook || true
            """)),
        ("post-rewrite", Script(
            tool,
            "--hooks",
            """
            rewritten=$(cat)
            printf '%s\n' "$rewritten" | chained "$@" || status=$?
            printf '%s\n' "$rewritten" | tool capture --rewritten || true
            """)),
    ];

    /// <summary>The hook that judges what is staged. Only a rule of the policy stops a commit: not a tool that is gone, and not a question that it cannot answer.</summary>
    /// <param name="tool">As for the others.</param>
    public static IReadOnlyList<(string Name, string Script)> BeforeCommit(IReadOnlyList<string> tool) =>
    [
        (PreCommit, Script(
            tool,
            "--pre-commit",
            """
            chained "$@" || exit $?
            tool working --hook || true
            tool check --staged || status=$?
            if [ "$status" != 1 ]; then status=0; fi
            """)),
    ];

    private static string Script(IReadOnlyList<string> tool, string option, string body) =>
        $$"""
        #!/bin/sh
        # Installed by 'ai-attribution init {{option}}'; {{Mark}}
        status=0
        chained() {
          if [ -x "$0.before-ai-attribution" ]; then "$0.before-ai-attribution" "$@"; fi
        }
        tool() {
        {{Installed(tool)}}  found=$(command -v ai-attribution 2>/dev/null)
          case "$found" in
            /*) "$found" "$@" ;;
          esac
        }
        {{body}}
        exit $status

        """.ReplaceLineEndings("\n");

    private static string Installed(IReadOnlyList<string> tool) => tool.Count == 0 ? "" :
        $$"""
          if {{string.Join(" && ", tool.Where(Path.IsPathFullyQualified).Select(path => $"[ -f {Quoted(path)} ]"))}}; then
            {{string.Join(' ', tool.Select(Quoted))}} "$@"
            return
          fi

        """;

    // A shell on Windows takes both slashes, and a backslash would be an escape for some.
    internal static string Quoted(string word) => $"'{(OperatingSystem.IsWindows() ? word.Replace('\\', '/') : word).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
