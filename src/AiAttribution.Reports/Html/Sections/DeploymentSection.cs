using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Reports.Html.Sections;

/// <summary>Question 8: which deployment brought the AI-heavy members out.</summary>
internal static class DeploymentSection
{
    private const string Question = "Where did it go?";
    private const int Most = 50;

    public static HtmlSection Of(ReportModel report)
    {
        MemberRecord[] heavy = [.. report.Members.Where(m => m.Verdict.IsAiHeavy)];
        if (report.Deployments.Newest is null && heavy.All(m => m.Verdict.Deployment == DeploymentTrail.Unknown))
        {
            return HtmlSection.Unknown("deployed", Question, "Not known: no deployment source was found.",
                Markup.Of($"<p>A tag that matches the policy's deployment.tags is a deployment. Fetch the tags:</p>\n{Command(Remedy.FetchTags)}"));
        }

        if (heavy.Length == 0)
            return new("deployed", Question, "There is no AI-heavy member.", true, Markup.Empty);
        Markup bar = new PartsTable("AI-heavy members by deployment", "members").Of(
            Enum.GetValues<DeploymentTrail>().OrderDescending().Select(d => (PlainWords.Of(d), heavy.Count(m => m.Verdict.Deployment == d))));
        int deployed = heavy.Count(m => m.Verdict.Deployment == DeploymentTrail.Deployed);
        string answer = $"{Figures.Number(deployed)} of {Count(heavy.Length, "AI-heavy member")} {(deployed == 1 ? "is" : "are")} deployed and live{(report.Deployments.Newest is { } newest ? $"; the newest deployment is {newest}" : "")}.";
        return new("deployed", Question, answer, true, bar.And(First(heavy)));
    }

    private static Markup First(MemberRecord[] heavy)
    {
        (string Name, int Members)[] first =
        [
            .. heavy.SelectMany(m => m.Verdict.Sources.Select(s => s.FirstDeployment).OfType<string>().Distinct())
                .GroupBy(n => n).Select(g => (g.Key, g.Count())).OrderByDescending(f => f.Item2).ThenBy(f => f.Key, StringComparer.Ordinal),
        ];
        return first.Length == 0 ? Markup.Empty : new HtmlTable("Deployments that first brought AI lines of these members", "deployment", "members:").Of(first, f => [Code(f.Name), Figure(f.Members)], Most);
    }
}
