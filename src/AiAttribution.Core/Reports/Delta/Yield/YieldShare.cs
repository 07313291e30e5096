using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Reports.Delta.Yield;

/// <summary>One part of what was spent.</summary>
/// <param name="Part">What became of it.</param>
/// <param name="Spending">Tokens and cost.</param>
/// <param name="Members">AI-heavy members that hold lines of it.</param>
public sealed record YieldShare(YieldPart Part, Spending Spending, int Members);
