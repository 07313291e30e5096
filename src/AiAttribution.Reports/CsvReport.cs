using System.Globalization;
using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;

namespace AiAttribution.Reports;

/// <summary>Writes <c>AiAttribution.csv</c>: members with AI lines for a sheet, by RFC 4180 with LF line ends.</summary>
internal static class CsvReport
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.csv";

    private const string Head = "member,path,line,code_lines,ai_lines,weak_lines,unknown_lines,ai_heavy,tests,deployment,verdict,agents,models,first_deployments,commits\n";

    /// <summary>The members as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        var text = new StringBuilder(Head);
        foreach (MemberRecord member in report.Members)
            text.AppendJoin(',', Cells(member).Select(CsvText.Cell)).Append('\n');
        return text.ToString();
    }

    private static string[] Cells(MemberRecord member) =>
    [
        member.Name,
        member.Path,
        Number(member.Line),
        Number(member.Verdict.Tally.Code),
        Number(member.Verdict.Tally.Ai),
        Number(member.Verdict.Tally.Weak),
        Number(member.Verdict.Tally.Unknown),
        member.Verdict.IsAiHeavy ? "yes" : "no",
        ReportWords.Of(member.Verdict.Test),
        ReportWords.Of(member.Verdict.Deployment),
        ReportWords.Of(member.Verdict.Verdict),
        List(member, s => s.Agent),
        List(member, s => s.Model),
        List(member, s => s.FirstDeployment),
        List(member, s => s.ShortCommit),
    ];

    private static string List(MemberRecord member, Func<AiSource, string?> of) => string.Join(' ', member.Verdict.Sources.Select(of).OfType<string>().Distinct());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
