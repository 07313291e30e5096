namespace AiAttribution.Core.Attribution.Diff;

/// <summary>What makes two lines equal.</summary>
public enum LineEquality
{
    /// <summary>Every byte, as <c>git blame</c>.</summary>
    Exact,

    /// <summary>Every byte that is not white space, as <c>git blame -w</c>.</summary>
    IgnoreWhitespace,
}
