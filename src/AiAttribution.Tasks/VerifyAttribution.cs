using System.Text.Json;
using AiAttribution.Core.Policy.Rules;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>Reports what the policy's rules found in a project. It reads the data file, because a compile that is skipped repeats no warning.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyAttribution : AttributionTask
{
    /// <summary>Full path of the report as JSON.</summary>
    [Required]
    public string JsonFile { get; set; } = "";

    /// <summary><c>warn</c>: nothing is more than a warning; <c>error</c>: each rule has its own severity.</summary>
    [Required]
    public string Verify { get; set; } = "";

    /// <summary>Why the collecting task has no answer in this build; empty when it has one.</summary>
    public string Cause { get; set; } = "";

    /// <summary>Whether a value of <c>AiAttributionVerify</c> makes errors. MSBuild compares without case, so everybody expects that.</summary>
    internal static bool Fails(string verify) => verify.Equals("error", StringComparison.OrdinalIgnoreCase);

    private protected override void Run()
    {
        if (Cause.Length > 0 || !File.Exists(JsonFile))
        {
            SayGap(Cause.Length > 0 ? Cause : "the data of the project is missing");
            return;
        }

        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(JsonFile));
        if (GateGap.Of(report.RootElement) is { } gap)
            SayGap(gap);
        SayChanges(report.RootElement.GetProperty("judgedBy"));
        VerifyFinding[] findings = [.. VerifyFinding.Read(report.RootElement).Select(finding => finding with { Severity = Level(finding) })];
        foreach (VerifyFinding finding in findings.Where(f => f.IsOfCommit))
            SayOnce(FileOf(finding), [finding], $"{RepositoryRoot}\n{finding.Severity}\n{finding.Message}");
        foreach (IGrouping<string, VerifyFinding> file in findings.Where(f => !f.IsOfCommit).GroupBy(FileOf, StringComparer.Ordinal))
            SayOnce(file.Key, [.. file]);
    }

    /// <summary>Whose policy decides over a range, and what the range does to what is judged, stand before the findings.</summary>
    private void SayChanges(JsonElement judged)
    {
        if (judged.ValueKind == JsonValueKind.Null)
            return;
        Tell(judged.GetProperty("note").GetString()!);
        foreach (JsonElement change in judged.GetProperty("changes").EnumerateArray())
            Tell($"this change also changes what is judged: {change.GetProperty("path").GetString()}: {change.GetProperty("kind").GetString()}: {change.GetProperty("message").GetString()}");

        void Tell(string text)
        {
            if (Build.IsFirst($"{RepositoryRoot}\n{text}"))
                Log.LogMessage(MessageImportance.High, "{0}", LogText.Of($"AiAttribution: {text}"));
        }
    }

    private protected override void GiveUp(string cause) => SayGap(cause);

    private void SayGap(string cause) => SayOnce(ProjectFile,
    [
        new(RuleCodes.GateCannotJudge, Fails(Verify) ? "error" : "warning", null, null, 0, 0, $"the gate could not judge: {cause.TrimEnd('.')}. Where no gate is wanted, set AiAttributionVerify to none."),
    ]);

    private string Level(VerifyFinding finding) => finding.Severity == "error" && !Fails(Verify) ? "warning" : finding.Severity;

    private string FileOf(VerifyFinding finding) => (finding.Path ?? finding.PolicyFile) is { } path ? Path.Combine(RepositoryRoot, path) : ProjectFile;

    /// <summary>A file that several projects or frameworks compile is told once. Errors are told by each node, because only they fail its projects.</summary>
    private void SayOnce(string file, IReadOnlyList<VerifyFinding> findings) =>
        SayOnce(file, findings, $"{(findings.Any(f => f.Line > 0) ? file : RepositoryRoot)}\n{string.Join('\n', findings)}");

    private void SayOnce(string file, IReadOnlyList<VerifyFinding> findings, string key)
    {
        if (findings.Any(f => f.Severity == "error") ? !Build.IsFirstInNode(key) : !Build.IsFirst(key))
            return;
        foreach (VerifyFinding finding in findings)
            Say(file, finding);
    }

    private void Say(string file, VerifyFinding finding)
    {
        string help = RuleCodes.HelpLink(finding.Code);
        if (finding.Severity == "error")
            Log.LogError("AiAttribution", finding.Code, null, help, LogText.Of(file), finding.Line, finding.Column, 0, 0, "{0}", LogText.Of(finding.Message));
        else if (finding.Severity != "info")
            Log.LogWarning("AiAttribution", finding.Code, null, help, LogText.Of(file), finding.Line, finding.Column, 0, 0, "{0}", LogText.Of(finding.Message));
        else
            Log.LogMessage("AiAttribution", finding.Code, null, LogText.Of(file), finding.Line, finding.Column, 0, 0, MessageImportance.High, "{0}", LogText.Of(finding.Message));
    }
}
