using AiAttribution.Core.Sessions;

namespace AiAttribution.Core.Model.Cost;

/// <summary>An agent with its model.</summary>
/// <param name="Agent">Catalogue name.</param>
/// <param name="Model">Model, or models that worked together; null when not stated.</param>
/// <param name="Exactness">What the counts are worth: counts of different exactness are not summed.</param>
internal sealed record CostGroupName(string Agent, string? Model, Exactness Exactness);
