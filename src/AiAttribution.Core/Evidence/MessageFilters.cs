using System.Text;

namespace AiAttribution.Core.Evidence;

/// <summary>Hooks that a repository commits and that take marks of agents out of messages.</summary>
internal static class MessageFilters
{
    private static readonly string[] Names = ["commit-msg", "prepare-commit-msg"];
    private static readonly string[] Cutters = ["sed ", "grep -v", "grep -iv", "grep -vi", "awk ", "perl ", ".replace("];
    private static readonly string[] Marks = ["co-authored-by", "generated with", "assisted-by", "generated-by"];

    /// <summary>Whether a path is a hook that may change messages, in whatever folder the repository keeps its hooks.</summary>
    public static bool IsHook(string path) => path.Contains('/', StringComparison.Ordinal) && Names.Contains(path[(path.LastIndexOf('/') + 1)..]);

    /// <summary>Whether a line of a hook both cuts text and names a mark.</summary>
    public static bool Strips(byte[] hook) => Encoding.UTF8.GetString(hook).Split('\n')
        .Where(line => !line.TrimStart().StartsWith('#'))
        .Any(line => Cutters.Any(cutter => line.Contains(cutter, StringComparison.OrdinalIgnoreCase)) && Marks.Any(mark => line.Contains(mark, StringComparison.OrdinalIgnoreCase)));
}
