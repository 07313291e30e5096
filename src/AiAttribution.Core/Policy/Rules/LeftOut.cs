using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Why no rule about members judges an AI line.</summary>
internal enum LeftOut
{
    /// <summary>It is judged, or is no code.</summary>
    No,

    /// <summary>Its member is not AI-heavy: too few lines, or too small a share.</summary>
    Small,

    /// <summary>It is marked as generated.</summary>
    Generated,

    /// <summary>The compiler leaves it out (<c>#if</c>).</summary>
    Inactive,

    /// <summary>It is test code.</summary>
    TestProject,

    /// <summary>A merge with AI evidence brought it; merges are not judged.</summary>
    Merge,
}

/// <summary>Words for why lines are left out.</summary>
internal static class LeftOutWords
{
    /// <summary>The words of policy files and of answers.</summary>
    public static EnumText<LeftOut> Reasons { get; } = new((LeftOut.Small, "small"), (LeftOut.Generated, "generated"), (LeftOut.Inactive, "inactive"), (LeftOut.TestProject, "test project"), (LeftOut.Merge, "merge"));

    /// <summary>How many lines there are of each reason, such as <c>8 small, 4 generated</c>.</summary>
    public static string Of(IEnumerable<LeftOut> lines) =>
        string.Join(", ", lines.Where(r => r != LeftOut.No).GroupBy(r => r).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Reasons.Of(g.Key)}"));
}
