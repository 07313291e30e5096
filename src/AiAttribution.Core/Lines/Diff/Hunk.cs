namespace AiAttribution.Core.Lines.Diff;

/// <summary>One changed region: lines of the old text that were replaced by lines of the new one. Numbers are 0-based; a count may be 0.</summary>
/// <param name="OldStart">First old line.</param>
/// <param name="OldCount">Number of old lines.</param>
/// <param name="NewStart">First new line.</param>
/// <param name="NewCount">Number of new lines.</param>
internal readonly record struct Hunk(int OldStart, int OldCount, int NewStart, int NewCount);
