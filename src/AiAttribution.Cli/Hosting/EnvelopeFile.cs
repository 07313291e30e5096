using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Reports;

namespace AiAttribution.Cli.Hosting;

/// <summary>Writes envelopes for a fleet, named by the digest of their bytes.</summary>
internal static class EnvelopeFile
{
    /// <summary>Writes one, and says where.</summary>
    /// <param name="console">The console.</param>
    /// <param name="report">What it tells.</param>
    /// <param name="folder">The folder, as the user gave it.</param>
    /// <exception cref="ToolException">Nobody knows which repository it is.</exception>
    public static void Write(ToolConsole console, ReportModel report, string folder)
    {
        if (report.RepositoryKey is null)
            throw new ToolException("an envelope names its repository, and this one has no remote with a host: name it in ai-attribution.json, as in { \"fleet\": { \"repository\": \"host.example/owner/shop\" } }.");
        byte[] packed = EnvelopePack.Pack(EnvelopeReport.Write(report));
        string name = EnvelopePack.NameOf(packed);
        SafeFile.Replace(SafeFile.Place(Path.Combine(console.FullPath(folder), name)), packed);
        console.Out.Write($"{Path.Combine(folder, name)}\n");
    }
}
