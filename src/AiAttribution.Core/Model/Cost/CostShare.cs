using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Cost;

/// <summary>One part of what was spent.</summary>
/// <param name="Part">What became of it.</param>
/// <param name="Spending">Tokens and cost.</param>
/// <param name="Members">AI-heavy members that hold lines of it.</param>
internal sealed record CostShare(CostPart Part, TokenCost Spending, int Members);
