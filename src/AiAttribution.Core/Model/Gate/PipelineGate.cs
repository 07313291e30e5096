namespace AiAttribution.Core.Model.Gate;

/// <summary>The gate of a pipeline, where one that judged nothing must not look like one that passed.</summary>
internal static class PipelineGate
{
    /// <summary>The report as a pipeline answers it: where rules apply and not one could judge, for want of evidence, they demand an answer.</summary>
    public static ReportModel Of(ReportModel report) => ReleaseGate.Of(report).JudgedNothing
        ? report with { Rules = [.. report.Rules.Select(v => v with { IsDemanded = new GateRule(v, report.Today).Applies })] }
        : report;
}
