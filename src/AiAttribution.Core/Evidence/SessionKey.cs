namespace AiAttribution.Core.Evidence;

/// <summary>Names one session of an agent, so that a commit can be joined to the agent's token log.</summary>
/// <param name="Provider">Lower-case name of who gave the id, such as <c>copilot</c>, <c>claude</c>, <c>amp</c>.</param>
/// <param name="Id">The id as that provider writes it, without URL.</param>
internal readonly record struct SessionKey(string Provider, string Id)
{
    /// <summary>The form shown to people and written to files: <c>provider:id</c>.</summary>
    public override string ToString() => $"{Provider}:{Id}";
}
