using AiAttribution.Core.Members;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Model.Gate;

/// <summary>Something that a judged change does to what is judged, or to the judge: a reviewer must see it first.</summary>
/// <param name="Kind">What it touches.</param>
/// <param name="Path">The file.</param>
/// <param name="Line">Its line, 1-based; 0 for the file as a whole.</param>
/// <param name="Message">What it does, in a few words.</param>
internal sealed record GateChange(GateChangeKind Kind, string Path, int Line, string Message)
{
    private static readonly EnumText<GateChangeKind> Kinds = new(
        (GateChangeKind.Policy, "policy"), (GateChangeKind.Suppression, "suppression"), (GateChangeKind.TestProject, "test project"),
        (GateChangeKind.Generated, "generated"), (GateChangeKind.Conditional, "conditional"), (GateChangeKind.Evidence, "evidence"),
        (GateChangeKind.Small, "small"));

    /// <summary>The word for its kind.</summary>
    public string KindText => Kinds.Of(Kind);
}

/// <summary>What a change may touch of what is judged.</summary>
internal enum GateChangeKind
{
    /// <summary>The policy file, its waivers included.</summary>
    Policy,

    /// <summary>A suppression in the code.</summary>
    Suppression,

    /// <summary>Whether a project is test code.</summary>
    TestProject,

    /// <summary>Whether code is marked as generated.</summary>
    Generated,

    /// <summary>Code that is compiled on a condition only.</summary>
    Conditional,

    /// <summary>What says which commits are AI work, tested or deployed.</summary>
    Evidence,

    /// <summary>A member that is only just too small to be judged.</summary>
    Small,
}

/// <summary>By what a range was judged, and what it changes about that.</summary>
/// <param name="Base">The earlier end, as it was asked for.</param>
/// <param name="Note">Whose policy decides, one sentence with full stop.</param>
/// <param name="Changes">What the range changes, in the order of kinds and paths.</param>
internal sealed record JudgedRange(string Base, string Note, IReadOnlyList<GateChange> Changes)
{
    /// <summary>Full ids of its commits.</summary>
    public IReadOnlySet<string> Commits { get; init; } = new HashSet<string>();

    /// <summary>Whether lines of a member come from it.</summary>
    public bool HasLinesOf(MemberRecord member) => member.Verdict.Sources.Any(s => Commits.Contains(s.Commit));
}
