namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Tokens of one model.</summary>
/// <param name="Model">Normalised name; null when not stated.</param>
/// <param name="Usage">Tokens by class.</param>
internal sealed record ModelUsage(string? Model, TokenUsage Usage);
