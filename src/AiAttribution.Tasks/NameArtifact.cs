using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Model;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>Writes the reports that speak of the assembly by its digest, once it is built. Never fails a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class NameArtifact : Task
{
    /// <summary>Full paths of the reports as they were made before the assembly, with <see cref="ReportArtifact.Placeholder"/> in its place.</summary>
    [Required]
    public ITaskItem[] Reports { get; set; } = [];

    /// <summary>Full path of the assembly.</summary>
    [Required]
    public string Artifact { get; set; } = "";

    /// <summary>Full path of the folder that the reports go to.</summary>
    [Required]
    public string Directory { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            using FileStream file = File.OpenRead(Artifact);
            string digest = Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant();
            string name = JsonEncodedText.Encode(Path.GetFileName(Artifact)).ToString();
            foreach (ITaskItem report in Reports)
            {
                string text = File.ReadAllText(report.ItemSpec, Encoding.UTF8)
                    .Replace(ReportArtifact.Placeholder.Name, name, StringComparison.Ordinal)
                    .Replace(ReportArtifact.Placeholder.Sha256, digest, StringComparison.Ordinal);
                OutputFile.WriteReport(Path.Combine(Directory, Path.GetFileName(report.ItemSpec)), text);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Log.LogWarning(null, "AIA9000", null, null, null, 0, 0, 0, 0, "reports about '{0}' were not written: {1}", LogText.Of(Path.GetFileName(Artifact)), LogText.Of(e.Message));
        }

        return !Log.HasLoggedErrors;
    }
}
