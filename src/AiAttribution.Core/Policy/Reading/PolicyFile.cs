namespace AiAttribution.Core.Policy.Reading;

/// <summary>The whole file. A new section is one more file in this folder and one more line here.</summary>
internal static class PolicyFile
{
    public static PolicyObject Root { get; } = new(
        "the policy",
        [new PolicyKey("$schema", (value, draft) => draft.Text(value, "$schema")),
        .. RulesSection.Keys,
        PolicyKey.Section(HeavySection.Shape),
        PolicyKey.Section(AttributionSection.Shape),
        PolicyKey.Section(EvidenceSection.Shape),
        PolicyKey.Section(TestsSection.Shape),
        PolicyKey.Section(DeploymentSection.Shape),
        PolicyKey.Section(SessionsSection.Shape),
        PricesSection.Key]);
}
