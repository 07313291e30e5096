using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The id of the agent's session must be in the commit, or must not.</summary>
/// <param name="Forbidden">Whether it is forbidden.</param>
internal sealed record SessionRequirement(bool Forbidden) : CommitRequirement(Violated, Forbidden ? "no session id" : "session id")
{
    private static readonly RuleCode Violated = new("AIA2005", "Session id against the policy");

    internal static RequirementKey InPolicy { get; } = new("session", (value, read) => read.OneOf(value, "require.session", "required", "forbidden") is { } word ? new SessionRequirement(word == "forbidden") : null, Violated);

    /// <inheritdoc/>
    public override bool AsksText => Forbidden;

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        string? source = commit.Evidence.FirstOrDefault(e => e.Session is not null)?.Source;
        if (Forbidden)
            return source is null ? null : Violation($"carries the id of an agent's session ({source}), which the policy keeps out of history: take it out of the message");
        return source is null ? Violation("does not name the agent's session: let the agent write its session trailer, such as 'Claude-Session' or 'Copilot-Session'") : null;
    }
}
