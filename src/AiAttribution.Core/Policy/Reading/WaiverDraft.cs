using AiAttribution.Core.Policy.Waivers;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy.Reading;

/// <summary>A waiver while it is read.</summary>
internal sealed class WaiverDraft
{
    public string? Rule { get; set; }

    public string? Owner { get; set; }

    public string? Reason { get; set; }

    public DateOnly? Expires { get; set; }

    public IReadOnlyList<Glob> Paths { get; set; } = [];

    public IReadOnlyList<Glob> Members { get; set; } = [];

    public IReadOnlyList<string> Commits { get; set; } = [];

    /// <summary>The waiver, when nothing is missing.</summary>
    public Waiver? Waiver(JsonPosition at) =>
        Rule is null || Owner is null || Reason is null || Expires is not { } expires || Paths.Count + Members.Count + Commits.Count == 0
            ? null
            : new Waiver(Rule, Owner, Reason, expires) { Paths = Paths, Members = Members, Commits = Commits, Line = at.Line, Column = at.Column };
}
