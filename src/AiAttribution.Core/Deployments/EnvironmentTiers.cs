namespace AiAttribution.Core.Deployments;

/// <summary>What an environment is for, by the words of its name. Used where the source does not say; a policy that names its environments does not need it.</summary>
internal static class EnvironmentTiers
{
    private static readonly (DeploymentTier Tier, string[] Words)[] Beginnings =
    [
        (DeploymentTier.Development, ["dev", "review", "local", "sandbox"]),
        (DeploymentTier.Testing, ["test", "qa", "ci", "integration"]),
        (DeploymentTier.Staging, ["stag", "pre", "uat", "demo", "canary"]),
        (DeploymentTier.Production, ["prod", "live", "prd"]),
    ];

    /// <summary>The tier of a name such as <c>eu-production</c>. The lesser one wins: <c>pre-prod</c> is staging.</summary>
    public static DeploymentTier Of(string environment)
    {
        string[] words = Words(environment);
        foreach ((DeploymentTier tier, string[] beginnings) in Beginnings)
        {
            if (words.Any(w => beginnings.Any(b => w.StartsWith(b, StringComparison.Ordinal) && (b.Length > 2 || w.Length == b.Length))))
                return tier;
        }

        return DeploymentTier.Other;
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
