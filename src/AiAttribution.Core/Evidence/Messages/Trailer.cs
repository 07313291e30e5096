namespace AiAttribution.Core.Evidence.Messages;

/// <summary>One trailer of a commit message.</summary>
/// <param name="Key">Key as written, without the separator.</param>
/// <param name="Value">Value with continuation lines joined by one space; empty when none was given.</param>
internal readonly record struct Trailer(string Key, string Value);
