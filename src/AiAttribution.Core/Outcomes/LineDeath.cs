namespace AiAttribution.Core.Outcomes;

/// <summary>Lines of a change that were taken out or replaced.</summary>
/// <param name="Time">When the main line of history lost them.</param>
/// <param name="Lines">Number of lines.</param>
internal readonly record struct LineDeath(DateTimeOffset Time, int Lines);
