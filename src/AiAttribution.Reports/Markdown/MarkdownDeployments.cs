using System.Text;
using AiAttribution.Core.Model;
using static AiAttribution.Core.Text.Figures;
using static AiAttribution.Reports.Markdown.MarkdownText;

namespace AiAttribution.Reports.Markdown;

/// <summary>The section on deployments: a row for each service and environment.</summary>
internal static class MarkdownDeployments
{
    public static void Append(StringBuilder text, ReportDeployments deployments)
    {
        if (deployments.Environments.Count == 0)
            return;
        text.Append("## Deployments\n\n");
        bool hasServices = deployments.Environments.Any(e => e.Service.Length > 0);
        string[] service = hasServices ? ["Service"] : [];
        text.Head([.. service, "Environment", "Runs", "Counts as live", "Deployments:", "Rollbacks:", "Failures:"]);
        foreach (ReportEnvironment environment in deployments.Environments)
        {
            string[] name = hasServices ? [Code(environment.Service)] : [];
            text.Row([.. name, Code(environment.Name), environment.Running is { } running ? Code(running) : "nothing", environment.IsLive ? "yes" : "no",
                Number(environment.Deployments), Number(environment.Rollbacks), Number(environment.Failures)]);
        }

        text.Append('\n');
        foreach (string odd in deployments.OddClocks)
            text.Append($"- Odd clock: {Code(odd)}\n");
        if (deployments.OddClocks.Count > 0)
            text.Append('\n');
    }
}
