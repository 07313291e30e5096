using System.Text.Json;
using AiAttribution.Core.Policy.Rules;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>Reports what the policy's rules found in a project. It reads the data file, because a compile that is skipped repeats no warning.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyAttribution : Task
{
    /// <summary>Full path of the project: the place of findings that have none.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>Root of the working tree; paths in the data file start from it.</summary>
    public string RepositoryRoot { get; set; } = "";

    /// <summary>Full path of the report as JSON.</summary>
    [Required]
    public string JsonFile { get; set; } = "";

    /// <summary><c>warn</c>: nothing is more than a warning; <c>error</c>: each rule has its own severity.</summary>
    [Required]
    public string Verify { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        // The data file is missing when the collecting task could not finish, and that task has said why.
        if (!File.Exists(JsonFile))
            return true;
        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(JsonFile));
        foreach (VerifyFinding finding in VerifyFinding.Read(report.RootElement))
            Say(finding);
        return !Log.HasLoggedErrors;
    }

    private void Say(VerifyFinding finding)
    {
        string? path = finding.Path ?? finding.PolicyFile;
        string file = LogText.Of(path is null ? ProjectFile : Path.Combine(RepositoryRoot, path));
        if (finding.Severity == "error" && Verify == "error")
            Log.LogError("AiAttribution", finding.Code, null, HelpLink(finding.Code), file, finding.Line, finding.Column, 0, 0, "{0}", LogText.Of(finding.Message));
        else if (finding.Severity != "info")
            Log.LogWarning("AiAttribution", finding.Code, null, HelpLink(finding.Code), file, finding.Line, finding.Column, 0, 0, "{0}", LogText.Of(finding.Message));
        else
            Log.LogMessage("AiAttribution", finding.Code, null, file, finding.Line, finding.Column, 0, 0, MessageImportance.High, "{0}", LogText.Of(finding.Message));
    }

    private static string HelpLink(string code) => RuleCodes.HelpLink(code);
}
