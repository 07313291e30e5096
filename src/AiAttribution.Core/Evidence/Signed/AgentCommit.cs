using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>
/// Provenance of a commit that an agent's platform made: SLSA provenance v1 with the build type <c>agent-commit</c> (https://refs.arewm.com/agent-commit/v0.1). Its subject is the commit,
/// all of which the agent produced.
/// </summary>
internal static class AgentCommit
{
    private const string Provenance = "https://slsa.dev/provenance/v1";
    private const string BuildType = "https://refs.arewm.com/agent-commit/v0.";

    /// <summary>What it says of its commits; null when it is something else.</summary>
    /// <param name="statement">A statement whose signature holds.</param>
    /// <param name="source">Where it was found.</param>
    public static EvidenceStatement? Read(SignedStatement statement, string source)
    {
        JsonElement build = statement.Predicate.Get("buildDefinition");
        if (statement.PredicateType != Provenance || build.Text("buildType") is not { } type || !type.StartsWith(BuildType, StringComparison.Ordinal))
            return null;
        JsonElement agent = build.Get("internalParameters").Get("agent");
        string name = agent.Get("runtime").Text("name") is { } written ? AgentNames.Canonical(written) : AgentNames.Unknown;
        return new EvidenceStatement(EvidenceKind.SignedStatement, EvidenceGrade.Declared, name, ModelName.Normalize(agent.Get("model").Text("modelId")), null, source);
    }
}
