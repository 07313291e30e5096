namespace AiAttribution.Core.Deployments;

/// <summary>The words of <c>deployments.jsonl</c> for states and tiers.</summary>
internal static class DeploymentWords
{
    private static readonly string[] Statuses = ["built", "success", "failure", "rolledback", "removed"];
    private static readonly string[] Tiers = ["other", "development", "testing", "staging", "production"];

    /// <summary>Every word for a status, in the order of <see cref="DeploymentStatus"/>.</summary>
    public static IReadOnlyList<string> AllStatuses => Statuses;

    /// <summary>Every word for a tier, in the order of <see cref="DeploymentTier"/>.</summary>
    public static IReadOnlyList<string> AllTiers => Tiers;

    /// <summary>The word for a status.</summary>
    public static string Of(DeploymentStatus status) => Statuses[(int)status];

    /// <summary>The word for a tier.</summary>
    public static string Of(DeploymentTier tier) => Tiers[(int)tier];

    /// <summary>The status of a word; null when it is none.</summary>
    public static DeploymentStatus? Status(string word) => Array.IndexOf(Statuses, word) is >= 0 and int index ? (DeploymentStatus)index : null;

    /// <summary>The tier of a word; null when it is none.</summary>
    public static DeploymentTier? Tier(string word) => Array.IndexOf(Tiers, word) is >= 0 and int index ? (DeploymentTier)index : null;
}
