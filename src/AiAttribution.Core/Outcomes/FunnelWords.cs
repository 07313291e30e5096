using AiAttribution.Core.Text;

namespace AiAttribution.Core.Outcomes;

/// <summary>What the steps of the funnel are called, and what it means to miss them.</summary>
internal static class FunnelWords
{
    public static string Of(FunnelStep step) => step switch
    {
        FunnelStep.Attributed => "attributed",
        FunnelStep.Executable => "executable",
        FunnelStep.Tested => "tested",
        FunnelStep.Deployed => "deployed",
        _ => "survived",
    };

    /// <summary>Share of the lines that reached the step before; nothing is no share, and neither is the unknown.</summary>
    public static string Share(FunnelStage stage)
    {
        int before = stage.Reached + stage.Missed + stage.Unknown;
        return stage.Unknown == before && before > 0 ? "unknown" : Figures.Percent(stage.Reached, before);
    }

    /// <summary>Why nothing is known of a step: it cannot be told of any line, or the step before is itself not known; null where something is known.</summary>
    public static string? NotKnown(IReadOnlyList<FunnelStage> funnel, FunnelStep step) => funnel[(int)step] switch
    {
        { Reached: 0, Missed: 0, Unknown: > 0 } => "not known",
        { Reached: 0, Missed: 0 } when step > FunnelStep.Attributed && NotKnown(funnel, step - 1) is not null => "not counted: the step before is not known",
        _ => null,
    };

    public static string Reached(FunnelStep step) => step switch
    {
        FunnelStep.Attributed => "AI lines of production code",
        FunnelStep.Executable => "the compiler made instructions of them",
        FunnelStep.Tested => "a passing test ran them, on this very text",
        FunnelStep.Deployed => "deployed and live",
        _ => $"live for {FunnelTally.SurvivalDays} days and more",
    };

    public static string Missed(FunnelStep step) => step switch
    {
        FunnelStep.Attributed => "",
        FunnelStep.Executable => "comments, blank lines, declarations",
        FunnelStep.Tested => "no passing test ran them",
        FunnelStep.Deployed => "not deployed, or rolled back",
        _ => "",
    };

    public static string Unknown(FunnelStep step) => step switch
    {
        FunnelStep.Attributed => "",
        FunnelStep.Executable => "in no coverage report and no built assembly, or changed since",
        FunnelStep.Tested => "in no coverage report",
        FunnelStep.Deployed => "no deployment source, or not in this clone",
        _ => "too young",
    };
}
