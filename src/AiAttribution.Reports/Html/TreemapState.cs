using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Reports.Html;

/// <summary>Both trails of an AI line as one state. The numbers are those of the patterns.</summary>
internal enum TreemapState
{
    TestedAndLive,
    Tested,
    Unmeasured,
    NotJudged,
    Neither,
    Live,
}

/// <summary>Words for the states.</summary>
internal static class PlaceStates
{
    /// <summary>In the order in which they are told: what needs a look first.</summary>
    public static readonly IReadOnlyList<TreemapState> All = [TreemapState.Live, TreemapState.Neither, TreemapState.Unmeasured, TreemapState.Tested, TreemapState.TestedAndLive, TreemapState.NotJudged];

    public static TreemapState Of(MemberRecord member) => (member.Verdict.Test, member.Verdict.Deployment == DeploymentTrail.Deployed) switch
    {
        (TestTrail.Unmeasured, _) => TreemapState.Unmeasured,
        (TestTrail.Tested, true) => TreemapState.TestedAndLive,
        (TestTrail.Tested, false) => TreemapState.Tested,
        (_, true) => TreemapState.Live,
        _ => TreemapState.Neither,
    };

    public static string Word(TreemapState state) => state switch
    {
        TreemapState.TestedAndLive => "tested and live",
        TreemapState.Tested => "tested, not known to be live",
        TreemapState.Unmeasured => "tests not measured",
        TreemapState.Neither => "neither tested nor known to be live",
        TreemapState.Live => "live, not tested",
        _ => "not judged",
    };

    /// <summary>The word with what it means where it is not plain.</summary>
    public static string Meaning(TreemapState state) => state == TreemapState.NotJudged ? "not judged: tests, generated code, comments, blank lines, code outside of members" : Word(state);
}
