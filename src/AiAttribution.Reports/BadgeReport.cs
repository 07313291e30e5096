using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports;

/// <summary>Writes the badges: the gate, and how many lines are known to be AI or other. There is none for the share of AI: it is no score.</summary>
internal static class BadgeReport
{
    /// <summary>Name of the file of the gate.</summary>
    public const string GateFileName = "AiAttribution.gate.svg";

    /// <summary>Name of the file of what is known.</summary>
    public const string EvidenceFileName = "AiAttribution.evidence.svg";

    /// <summary>The answer of the gate as SVG.</summary>
    public static string Gate(ReportModel report)
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        int failed = gate.Rules.Count(r => r.Fails);
        return gate.State switch
        {
            GateState.Blocked => new Badge("AI code gate", Figures.Count(failed, "rule fails", "rules fail"), Badge.Bad).Svg,
            GateState.Clear => new Badge("AI code gate", "nothing blocks", Badge.Good).Svg,
            _ => new Badge("AI code gate", "cannot tell", gate.Fails ? Badge.Bad : Badge.Open).Svg,
        };
    }

    /// <summary>Share of the lines that are known to be AI or other, as SVG.</summary>
    public static string Evidence(ReportModel report)
    {
        string color = report.Lines.Total > 0 && report.Lines.HistoryMissing == 0 ? Badge.Good : Badge.Open;
        return new Badge("lines known", Figures.Percent(report.Lines.Known, report.Lines.Total), color).Svg;
    }
}
