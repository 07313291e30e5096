namespace AiAttribution.Core.Lines.Diff;

/// <summary>What makes two lines equal.</summary>
internal enum LineEquality
{
    /// <summary>Every byte, as <c>git blame</c>.</summary>
    Exact,

    /// <summary>Every byte that is not white space, as <c>git blame -w</c>.</summary>
    IgnoreWhitespace,
}
