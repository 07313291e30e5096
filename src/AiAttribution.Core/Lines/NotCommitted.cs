namespace AiAttribution.Core.Lines;

/// <summary>What stands in the place of a commit's id for lines that are not committed yet, as in <c>git blame</c>.</summary>
internal static class NotCommitted
{
    /// <summary>The id that no commit has.</summary>
    public const string Id = "0000000000000000000000000000000000000000";

    /// <summary>Whether an id, or its first digits, stands for no commit.</summary>
    public static bool Is(string commit) => commit.Length > 0 && commit.All(digit => digit == '0');
}
