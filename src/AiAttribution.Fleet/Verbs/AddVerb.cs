using System.CommandLine;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>add</c>: puts envelopes into the inbox.</summary>
internal static class AddVerb
{
    public static Command Create(ToolConsole console)
    {
        Argument<string[]> files = new("FILE") { Description = "Envelopes, or folders that hold some.", Arity = ArgumentArity.OneOrMore };
        Option<string> folder = LakeOptions.Lake();
        Option<string?> sender = new("--from") { Description = "Folder of the inbox, where fleet.json says which folder may speak for which repositories.", HelpName = "FOLDER" };
        var verb = new VerbCommand(
            "add",
            "Put envelopes into the inbox of a lake. Each is checked; adding one again changes nothing.",
            "ai-attribution-fleet add out/*.jsonl.gz --lake lake",
            "ai-attribution-fleet add artifacts --lake lake --from acme")
        {
            files, folder, sender,
        };
        verb.SetAction((parsed, cancel) =>
        {
            (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using var progress = new LineProgress(console, "envelopes");
            return Task.FromResult(new Adding(console, lake, settings, parsed.GetValue(sender)).Add(parsed.GetValue(files)!, progress, cancel));
        });
        return verb;
    }

    /// <summary>Adds the files of one call.</summary>
    private sealed class Adding(ToolConsole console, LakeFolder lake, FleetSettings settings, string? sender)
    {
        private readonly EnvelopeGate _gate = LakeOptions.Gate(settings);
        private int _added;
        private int _known;
        private int _refused;

        public int Add(string[] places, IProgress<int> progress, CancellationToken cancel)
        {
            if (sender is not null && settings.Senders?.ContainsKey(sender) != true)
                throw new ToolException($"fleet.json names no sender '{sender}'.");
            var inbox = new Inbox(lake, _gate);
            foreach (string file in places.SelectMany(Files))
            {
                cancel.ThrowIfCancellationRequested();
                AddOne(inbox, file);
                progress.Report(_added + _known + _refused);
            }

            console.Out.Write($"{Count(_added, "envelope")} added, {Number(_known)} known already, {Number(_refused)} refused\n");
            return _refused == 0 ? ExitCode.Pass : ExitCode.CannotTell;
        }

        private void AddOne(Inbox inbox, string file)
        {
            byte[] bytes = Inbox.Bytes(file);
            try
            {
                StagedEnvelope envelope = _gate.Check(bytes, Path.GetFileName(file), sender);
                bool isKnown = File.Exists(Path.Combine(lake.InboxOf(sender, envelope.Day), envelope.Digest + EnvelopePack.Ending));
                inbox.Put(envelope, bytes, sender);
                (_added, _known) = isKnown ? (_added, _known + 1) : (_added + 1, _known);
            }
            catch (EnvelopeException e)
            {
                _refused++;
                LakeOptions.Tell(console, new Rejection(file, EnvelopePack.Digest(bytes), e.Message), "is refused");
            }
        }

        private IEnumerable<string> Files(string place)
        {
            string full = console.FullPath(place);
            if (Directory.Exists(full))
                return Directory.EnumerateFiles(full, "*" + EnvelopePack.Ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
            return File.Exists(full) ? [full] : throw new ToolException($"'{place}' is no file and no folder.");
        }
    }
}
