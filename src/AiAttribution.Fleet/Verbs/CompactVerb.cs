using System.CommandLine;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>compact</c>: brings envelopes from the inbox into Parquet files.</summary>
internal static class CompactVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> folder = LakeOptions.Lake();
        var verb = new VerbCommand(
            "compact",
            "Bring envelopes from the inbox into Parquet files. It may be broken off at any time, and two may run at once. Envelopes in the Parquet files may be removed from the inbox.",
            "ai-attribution-fleet compact --lake lake")
        {
            folder,
        };
        verb.SetAction((parsed, cancel) =>
        {
            (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using var progress = new LineProgress(console, "envelopes");
            Compaction done = new Compactor(lake, () => LakeOptions.Gate(settings)).Run(progress, cancel);
            foreach (Rejection rejection in done.Rejected)
                LakeOptions.Tell(console, rejection, "is refused");
            foreach (Rejection rejection in done.Waiting)
                LakeOptions.Tell(console, rejection, "waits");
            console.Out.Write($"{Count(done.Envelopes, "envelope")} compacted, {Number(done.Rejected.Count)} refused, {Number(done.Waiting.Count)} waiting; {Count(done.Manifest.Parts.Count, "file")}, {done.Manifest.Parts.Sum(p => p.Rows):N0} rows\n");
            return Task.FromResult(ExitCode.Pass);
        });
        return verb;
    }
}
