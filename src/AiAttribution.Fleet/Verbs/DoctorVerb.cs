using System.CommandLine;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;
using AiAttribution.Fleet.Pages;
using static AiAttribution.Core.Text.Figures;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>doctor</c>: what is there, what is missing, and what mends it.</summary>
internal static class DoctorVerb
{
    private const int MostNames = 20;

    public static Command Create(ToolConsole console)
    {
        Option<string> folder = LakeOptions.Lake();
        var verb = new VerbCommand(
            "doctor",
            "Tell what is there, what is missing, and what mends it: silent repositories, refused envelopes, versions of the tool, evidence. Exit code 1 when something wants a look.",
            "ai-attribution-fleet doctor --lake lake")
        {
            folder,
        };
        verb.SetAction((parsed, cancel) =>
        {
            (LakeFolder lake, FleetSettings settings) = LakeOptions.Open(console, parsed.GetValue(folder)!);
            using var progress = new LineProgress(console, "envelopes");
            using LakeView view = LakeView.Open(lake, LakeOptions.Gate(settings), progress, cancel);
            return Task.FromResult(new Examination(console.Out, view, new FigureReader(view, settings).Read(), settings).Tell());
        });
        return verb;
    }

    /// <summary>One look at a lake. Its clock is that of the day, for a fleet in which all are silent has no other.</summary>
    private sealed class Examination(TextWriter output, LakeView view, FleetFigures figures, FleetSettings settings)
    {
        private bool _isWell = true;

        public int Tell()
        {
            RepositoryFigures[] all = [.. figures.Repositories];
            string oldest = DateTime.UtcNow.AddDays(-settings.SilentDays).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            Say(true, $"lake: {Count(view.Manifest.Parts.Count, "file")}, {view.Manifest.Parts.Sum(p => p.Rows):N0} rows; {Count(view.Inbox.Envelopes.Count, "envelope")} in the inbox not compacted yet");
            Say(all.Any(r => r.Known is not null), $"repositories: {all.Count(r => r.Known is not null)} reported, {all.Length} expected or reporting", "ai-attribution report --format envelope --output out, in each pipeline");
            Names([.. all.Where(r => r.Known is null || string.CompareOrdinal(r.Known, oldest) < 0).Select(r => $"{r.Name} ({r.Known ?? "never"})")], "silent", "see to their pipelines, or take them out of 'expected' in fleet.json");
            Names([.. view.Manifest.Rejected.Concat(view.Inbox.Rejected).Select(r => $"{r.File}: {r.Reason}")], "refused envelopes", "send them again as they were written; a forged one is to be asked about");
            Names([.. view.Inbox.Waiting.Select(r => $"{r.File}: {r.Reason}")], "waiting envelopes", "dotnet tool update --global AiAttribution.Fleet");
            Names([.. all.Select(r => (r.Name, Groups: settings.Groups.Where(g => g.Contains(r.Name)).Select(g => g.Name).ToArray())).Where(r => r.Groups.Length > 1).Select(r => $"{r.Name} ({string.Join(", ", r.Groups)})")], "in several groups", "it counts in the first of them; narrow their patterns in fleet.json");
            Names([.. settings.Groups.Where(g => !Array.Exists(all, r => g.Contains(r.Name))).Select(g => g.Name)], "groups without a repository", "see to the patterns in fleet.json: host.example/acme/pay-*");
            Names(Twice(), "commits under two names", "a renamed repository keeps its figures by its old name: fleet.repository in its ai-attribution.json; a fork wants none of its own");
            string[] versions = [.. all.Select(r => r.Tool).OfType<string>().GroupBy(t => t, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} ({g.Count()})")];
            Say(versions.Length < 2, $"versions of the tool: {(versions.Length == 0 ? "none" : string.Join(", ", versions))}", "dotnet tool update --global AiAttribution.Tool, where the older ones run");
            Of(all, "deployments", r => r.HasDeployments, "tag releases, or: ai-attribution deployments --help");
            Of(all, "coverage", r => r.HasCoverage, "dotnet test --collect \"Code Coverage;Format=cobertura\", before the report");
            Of(all, "sessions", r => r.HasSessions, "ai-attribution init --hooks, where agents run; git fetch the notes in the pipeline");
            decimal[] evidence = [.. all.Select(r => r.Evidence).OfType<decimal>()];
            Say(evidence.Length == 0 || evidence.Average() >= 0.9m, $"evidence: of {(evidence.Length == 0 ? "no" : FleetShare(evidence.Average()))} lines it is known whether they are AI or other, repositories counted alike", "fetch-depth: 0 in the pipelines");
            return _isWell ? ExitCode.Pass : ExitCode.Violated;
        }

        /// <summary>A commit of two repositories is a rename or a fork, whose figures count twice.</summary>
        private string[] Twice() => [.. view
            .Ask("SELECT DISTINCT min(repository) AS one, max(repository) AS other FROM build WHERE project = '' GROUP BY \"commit\" HAVING min(repository) <> max(repository) ORDER BY one, other")
            .Select(r => $"{r.Text(0)}, {r.Text(1)}")];

        private static string FleetShare(decimal share) => Percent((double)share) + " of the";

        private void Of(RepositoryFigures[] all, string what, Func<RepositoryFigures, bool> has, string way) =>
            Say(all.Length == 0 || Array.Exists(all, r => has(r)), $"{what}: known of {all.Count(has)} of {all.Length}", way);

        private void Names(string[] names, string what, string way)
        {
            Say(names.Length == 0, $"{what}: {(names.Length == 0 ? "none" : Number(names.Length))}", way);
            foreach (string name in names.Take(MostNames))
                output.Write($"          {Core.Text.Printable.Of(name)}\n");
            if (names.Length > MostNames)
                output.Write($"          and {Number(names.Length - MostNames)} more\n");
        }

        private void Say(bool isWell, string words, string? way = null)
        {
            _isWell &= isWell;
            output.Write($"{(isWell ? "ok     " : "missing")} {Core.Text.Printable.Of(words)}\n{(isWell ? "" : $"        → {way}\n")}");
        }
    }
}
