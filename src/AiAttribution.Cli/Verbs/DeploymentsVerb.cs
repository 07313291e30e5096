using System.CommandLine;
using AiAttribution.Cli.Hosting;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>deployments</c>: what shipped, where and when.</summary>
internal static class DeploymentsVerb
{
    public static Command Create(ToolConsole console) => new VerbCommand(
        "deployments",
        "Record deployments, import what a provider exported, and list what is known. Nothing is fetched.",
        "ai-attribution deployments add --env production --version v2.3",
        "ai-attribution deployments import deployments.json statuses.json",
        "ai-attribution deployments list")
    {
        AddVerb.Create(console),
        ImportVerb.Create(console),
        ListVerb.Create(console),
    };
}
