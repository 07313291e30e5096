using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Requirements;

/// <summary>The text of the pull request that brings an AI commit must disclose it.</summary>
/// <param name="Ticked">Pattern of a box that must be ticked; null for none.</param>
/// <param name="Line">Pattern of a line that must be there; null for none.</param>
/// <param name="Agent">Whether it must name the agents that the commit names.</param>
/// <param name="Model">Whether it must name the models that the commit names.</param>
internal sealed record PullRequestRequirement(string? Ticked, string? Line, bool Agent, bool Model) : CommitRequirement(Violated, "disclosure in the pull request")
{
    private const string Key = "require.pullRequest";

    private static readonly RuleCode Violated = new("AIA2018", "AI work that its pull request does not disclose");
    private static readonly PolicyObject<PullRequestRequirement> Shape = new(
        Key,
        new("ticked", (require, value, read) => require with { Ticked = read.Text(value, Key + ".ticked") }),
        new("line", (require, value, read) => require with { Line = read.Text(value, Key + ".line") }),
        new("agent", (require, value, read) => require with { Agent = read.OneOf(value, Key + ".agent", "required") is not null }),
        new("model", (require, value, read) => require with { Model = read.OneOf(value, Key + ".model", "required") is not null }));

    internal static RequirementKey InPolicy { get; } = new("pullRequest", Read, Violated) { Below = Shape };

    /// <inheritdoc/>
    public override (FindingKind Kind, string Message)? Judge(CommitSubject commit)
    {
        if (commit.PullRequest is not { } text)
            return (FindingKind.Gap, "cannot be held against its pull request, whose text is not at hand: run in the pull request's pipeline, or give it with --pull-request FILE");
        if (Missing(commit, text) is not { } missing)
            return null;
        return text.IsCut
            ? (FindingKind.Gap, $"cannot be held against its pull request, of whose text the pipeline has a part only, and in that {missing}: give all of it with --pull-request FILE")
            : Violation($"is not disclosed in its pull request, where {missing}: mend the text");
    }

    private string? Missing(CommitSubject commit, PullRequestText text)
    {
        if (Ticked is not null && !text.IsTicked(Ticked))
            return $"no ticked box is like '{Ticked}'";
        if (Line is not null && !text.HasLine(Line))
            return $"no line is like '{Line}'";
        if (Agent && Stated(commit, s => s.Agent).FirstOrDefault(name => !text.NamesAgent(name)) is { } agent)
            return $"the agent {agent} is not named";
        return Model && Stated(commit, s => s.Model).FirstOrDefault(name => !text.NamesModel(name)) is { } model ? $"the model {model} is not named" : null;
    }

    private static IEnumerable<string> Stated(CommitSubject commit, Func<EvidenceStatement, string?> part) =>
        commit.Evidence.Select(part).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static PullRequestRequirement? Read(JsonValue value, ValueReader read)
    {
        if (!Shape.TryRead(new PullRequestRequirement(null, null, false, false), value, read, out PullRequestRequirement require))
            return null;
        if (require is not { Ticked: null, Line: null, Agent: false, Model: false })
            return require;
        read.Report(value.Position, Key + " asks for nothing; give ticked, line, agent or model.");
        return null;
    }
}
