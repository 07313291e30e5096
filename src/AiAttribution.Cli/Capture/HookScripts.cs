namespace AiAttribution.Cli.Capture;

/// <summary>The hooks' text. A hook never fails what git did: it ends with the status of the hook that it was put before.</summary>
internal static class HookScripts
{
    /// <summary>Tells our hooks from others'.</summary>
    public const string Mark = "# Installed by 'ai-attribution init --hooks'; 'ai-attribution init --remove-hooks' takes it away.";

    /// <summary>Hooks by name.</summary>
    public static IReadOnlyList<(string Name, string Script)> All { get; } =
    [
        ("post-commit", Script(
            """
            chained "$@" || status=$?
            capture --hook
            """)),
        ("post-rewrite", Script(
            """
            rewritten=$(cat)
            printf '%s\n' "$rewritten" | chained "$@" || status=$?
            printf '%s\n' "$rewritten" | capture --rewritten
            """)),
    ];

    private static string Script(string body) =>
        $$"""
        #!/bin/sh
        {{Mark}}
        status=0
        chained() {
          if [ -x "$0.before-ai-attribution" ]; then "$0.before-ai-attribution" "$@"; fi
        }
        capture() {
          if [ -f .config/dotnet-tools.json ] && grep -qi '"aiattribution.tool"' .config/dotnet-tools.json; then
            dotnet tool run ai-attribution capture "$@" || true
          elif command -v ai-attribution >/dev/null 2>&1; then
            ai-attribution capture "$@" || true
          fi
        }
        {{body}}
        exit $status

        """.ReplaceLineEndings("\n");
}
