using System.Text.Json;
using AiAttribution.Core.Text;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>Tells after tests ran which AI-heavy members of a project they tested.</summary>
[MSBuildMultiThreadableTask]
public sealed class TellTrails : AttributionTask
{
    /// <summary>Full path of the report as JSON.</summary>
    [Required]
    public string JsonFile { get; set; } = "";

    private protected override void Run()
    {
        // The data file is missing when the collecting task could not finish, and that task has said why.
        if (!File.Exists(JsonFile))
            return;
        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(JsonFile));
        foreach (string line in TrailSummary.Of(report.RootElement))
            Log.LogMessage(MessageImportance.High, "{0}", LogText.Of("AiAttribution: " + Printable.Of(line)));
    }
}
