namespace AiAttribution.Core.Members;

/// <summary>The numbers of the policy that decide over members.</summary>
/// <param name="Share">Share of AI lines among a member's code lines from which it is AI-heavy, 0 to 1.</param>
/// <param name="MinimumLines">Number of AI lines that it must have besides.</param>
/// <param name="GraceDays">Days that tested code may wait for its deployment. Only told in messages: trails have it worked in.</param>
internal sealed record VerdictPolicy(double Share = 0.5, int MinimumLines = 5, int GraceDays = 14);
