namespace AiAttribution.Core.Outcomes;

/// <summary>One step of the funnel. The three parts add up to the lines that reached the step before.</summary>
/// <param name="Step">The step.</param>
/// <param name="Reached">Lines that reached it.</param>
/// <param name="Missed">Lines that did not.</param>
/// <param name="Unknown">Lines of which it cannot be told.</param>
internal sealed record FunnelStage(FunnelStep Step, int Reached, int Missed, int Unknown);
