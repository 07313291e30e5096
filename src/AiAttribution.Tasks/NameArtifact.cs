using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Model;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>Writes the reports that speak of the assembly by its digest, once it is built. Never fails a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class NameArtifact : AttributionTask
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

    private protected override void Run()
    {
        using FileStream file = File.OpenRead(Artifact);
        string digest = Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant();
        string name = JsonEncodedText.Encode(Path.GetFileName(Artifact)).ToString();
        foreach (ITaskItem report in Reports)
        {
            // The collecting task has taken it away when it has no answer, and has said why.
            if (!File.Exists(report.ItemSpec))
                OutputFile.TryDelete(Target(report));
            else
                OutputFile.WriteReport(Target(report), Named(File.ReadAllText(report.ItemSpec, Encoding.UTF8), name, digest));
        }
    }

    private protected override void GiveUp(string cause) => Array.ForEach(Reports, report => OutputFile.TryDelete(Target(report)));

    private string Target(ITaskItem report) => Path.Combine(Directory, Path.GetFileName(report.ItemSpec));

    private static string Named(string report, string name, string digest) => report
        .Replace(ReportArtifact.Placeholder.Name, name, StringComparison.Ordinal)
        .Replace(ReportArtifact.Placeholder.Sha256, digest, StringComparison.Ordinal);
}
