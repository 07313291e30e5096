using System.Text.Json;
using AiAttribution.Core.Model;

namespace AiAttribution.Reports.Json;

/// <summary>The section <c>deployments</c> of the JSON report.</summary>
internal static class JsonDeployments
{
    public static void Write(Utf8JsonWriter json, ReportDeployments deployments)
    {
        json.WriteStartObject("deployments");
        json.WriteNumber("count", deployments.Count);
        json.WriteString("newest", deployments.Newest);
        json.WriteList("environments", deployments.Environments, Write);
        json.WriteNumber("unplaced", deployments.Unplaced);
        json.WriteNumber("missing", deployments.Missing);
        json.WriteList("oddClocks", deployments.OddClocks, (w, text) => w.WriteStringValue(text));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportEnvironment environment)
    {
        json.WriteStartObject();
        json.WriteString("service", environment.Service);
        json.WriteString("name", environment.Name);
        json.WriteBoolean("live", environment.IsLive);
        json.WriteNumber("deployments", environment.Deployments);
        json.WriteNumber("rollbacks", environment.Rollbacks);
        json.WriteNumber("failures", environment.Failures);
        json.WriteString("running", environment.Running);
        json.WriteEndObject();
    }
}
