using AiAttribution.Core.Members;
using AiAttribution.Core.Trails;

namespace AiAttribution.Core.Reports.Html.Sections.Places;

/// <summary>Both trails of an AI line as one state. The numbers are those of the patterns.</summary>
internal enum PlaceState
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
    public static readonly IReadOnlyList<PlaceState> All = [PlaceState.Live, PlaceState.Neither, PlaceState.Unmeasured, PlaceState.Tested, PlaceState.TestedAndLive, PlaceState.NotJudged];

    public static PlaceState Of(MemberRecord member) => (member.Verdict.Test, member.Verdict.Deployment == DeploymentTrail.Deployed) switch
    {
        (TestTrail.Unmeasured, _) => PlaceState.Unmeasured,
        (TestTrail.Tested, true) => PlaceState.TestedAndLive,
        (TestTrail.Tested, false) => PlaceState.Tested,
        (_, true) => PlaceState.Live,
        _ => PlaceState.Neither,
    };

    public static string Word(PlaceState state) => state switch
    {
        PlaceState.TestedAndLive => "tested and live",
        PlaceState.Tested => "tested, not known to be live",
        PlaceState.Unmeasured => "tests not measured",
        PlaceState.Neither => "neither tested nor known to be live",
        PlaceState.Live => "live, not tested",
        _ => "not judged",
    };

    /// <summary>The word with what it means where it is not plain.</summary>
    public static string Meaning(PlaceState state) => state == PlaceState.NotJudged ? "not judged: tests, generated code, comments, blank lines, code outside of members" : Word(state);
}
