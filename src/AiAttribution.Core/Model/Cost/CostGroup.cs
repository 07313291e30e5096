using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Model.Cost;

/// <summary>What one agent and model cost, and what came of it.</summary>
/// <param name="Name">Which; null for all that are not told apart, because too few builders used them.</param>
/// <param name="Spent">All that was spent.</param>
/// <param name="Shipped">The part in members that survived, are tested and are live.</param>
/// <param name="Members">Number of those members. One that several groups worked on counts for each.</param>
internal sealed record CostGroup(CostGroupName? Name, TokenCost Spent, TokenCost Shipped, int Members);
