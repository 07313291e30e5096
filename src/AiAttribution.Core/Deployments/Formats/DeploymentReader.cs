using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>Reads exported deployment files of every known kind. Kinds are recognised by content; files complete each other.</summary>
internal static class DeploymentReader
{
    /// <summary>A larger file is not read.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>Sources that are read, in the words of messages.</summary>
    public const string Kinds =
        "deployments.jsonl, GitHub deployments, statuses and releases, GitLab deployments, Azure DevOps environment records and builds, Octopus build information, "
        + "Argo CD applications, CDEvents, SLSA provenance, container labels, nuspec";

    private static readonly IDeploymentFormat[] Formats =
    [
        new NormalisedRecord(), new GitHubDeploymentEvent(), new GitHubDeploymentExport(), new GitHubStatusExport(), new GitHubRelease(), new GitLabDeployment(),
        new AzureRecord(), new AzureBuild(), new OctopusBuildInformation(), new ArgoApplication(), new CdEvent(), new SlsaProvenance(), new DsseEnvelope(), new ContainerLabels(),
    ];

    /// <summary>Keys of the objects that wrap lists in exports of APIs.</summary>
    private static readonly string[] Wrappers = ["value", "items", "Items", "deployments", "statuses", "releases"];

    /// <summary>Reads files together: what one lacks, such as the commit of a build, another may have.</summary>
    public static DeploymentReading Read(IEnumerable<DeploymentFile> files)
    {
        var draft = new DeploymentDraft();
        foreach (DeploymentFile file in files)
        {
            draft.File = file;
            draft.LinesBefore = 0;
            if (file.Problem is { } problem)
                draft.Report(0, 0, problem);
            else if (file.Bytes.Length > MostBytes)
                draft.Report(0, 0, $"The file has more than {MostBytes >> 20} MiB and was not read; export a shorter time.");
            else if (Nuspec.Knows(file.Bytes.Span))
                Nuspec.Read(draft);
            else
                ReadJson(Encoding.UTF8.GetString(file.Bytes.Span), draft);
        }

        return DeploymentUnion.Of(draft);
    }

    private static void ReadJson(string text, DeploymentDraft draft)
    {
        if (string.IsNullOrWhiteSpace(text))
            return;
        if (!IsJsonLines(text))
        {
            ReadValue(text, draft);
            return;
        }

        foreach (string line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
                ReadValue(line, draft);
            draft.LinesBefore++;
        }
    }

    /// <summary>One value a line: the first line that is not blank is a whole value, and something follows.</summary>
    private static bool IsJsonLines(string text)
    {
        string[] lines = [.. text.Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).Take(2).Select(l => l.Trim())];
        return lines.Length == 2 && lines[1].StartsWith('{') && lines[0].Trim('\uFEFF') is ['{', .., '}'];
    }

    private static void ReadValue(string text, DeploymentDraft draft)
    {
        try
        {
            ReadItem(JsonTree.Parse(text), draft);
        }
        catch (JsonSyntaxException e)
        {
            draft.Report(e.Position, $"This is not JSON: {e.Message}");
        }
    }

    private static void ReadItem(JsonValue value, DeploymentDraft draft)
    {
        if (value.Items.Count > 0 || !JsonFields.IsObject(value))
        {
            foreach (JsonValue item in value.Items)
                ReadItem(item, draft);
        }
        else if (Formats.FirstOrDefault(f => f.Knows(value)) is { } format)
        {
            format.Read(value, draft);
        }
        else if (Wrappers.FirstOrDefault(w => value.At(w) is { Items.Count: > 0 } || value.At(w)?.Type == System.Text.Json.JsonTokenType.StartArray) is { } wrapper)
        {
            ReadItem(value.At(wrapper)!, draft);
        }
        else
        {
            draft.Report(value.Position, $"This object is none of the known kinds: {Kinds}.");
        }
    }
}
