namespace AiAttribution.Core.Policy;

/// <summary>Outcome of reading a policy file.</summary>
/// <param name="Policy">The policy; null when there is a problem, because half a policy is a wrong one.</param>
/// <param name="Problems">What is wrong, in order of place.</param>
public sealed record PolicyReading(AttributionPolicy? Policy, IReadOnlyList<PolicyProblem> Problems);
