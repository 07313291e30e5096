using System.CommandLine;
using System.Globalization;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Deployments;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>deployments add</c>: one deployment, as a pipeline knows it at its end.</summary>
internal static class AddVerb
{
    public static Command Create(ToolConsole console)
    {
        Option<string> repo = Options.Repository();
        Option<string> environment = new("--env") { Description = "Where to, such as production.", HelpName = "NAME", Required = true };
        Option<string> revision = new("--rev") { Description = "Deployed commit, tag or branch.", HelpName = "REV", DefaultValueFactory = _ => "HEAD" };
        Option<string?> service = new("--service") { Description = "What, where the repository holds several services.", HelpName = "NAME" };
        Option<string?> version = new("--version") { Description = "Version as people call it.", HelpName = "TEXT" };
        Option<string?> at = new("--at") { Description = "When; default: now.", HelpName = "TIME" };
        Option<string?> url = new("--url") { Description = "Page of the run.", HelpName = "URL" };
        Option<string> status = new("--status") { Description = "What happened: success, failure, rolledback or removed.", DefaultValueFactory = _ => "success" };
        status.AcceptOnlyFromAmong("success", "failure", "rolledback", "removed");
        Option<string?> tier = new("--tier") { Description = "What the environment is for; default: by the words of its name.", HelpName = "TIER" };
        tier.AcceptOnlyFromAmong([.. DeploymentWords.AllTiers]);
        Option<bool> note = RecordStore.Note();
        var verb = new VerbCommand(
            "add",
            $"Add one deployment to {RecordStore.FileName} at the repository root, or with --note to a git note. The same command line twice adds it once.",
            "ai-attribution deployments add --env production --version v2.3",
            "ai-attribution deployments add --env eu-live --service shop --rev v2.2 --status rolledback --at 2026-05-01T12:00:00Z --note")
        {
            repo, environment, revision, service, version, at, url, status, tier, note,
        };
        verb.SetAction(parsed =>
        {
            using GitRepository repository = RecordStore.Open(console, parsed.GetValue(repo)!);
            string name = parsed.GetValue(environment)!;
            DateTimeOffset time = Time(parsed.GetValue(at));
            string commit = repository.FindCommit(parsed.GetValue(revision)!)
                ?? throw new ToolException($"'{parsed.GetValue(revision)}' names no commit; fetch it, or name an existing branch, tag or commit with --rev.");
            string what = parsed.GetValue(service) ?? "";
            RecordStore.Add(console, repository, parsed.GetValue(note), [new DeploymentRecord
            {
                Source = "manual",
                SourceId = string.Create(CultureInfo.InvariantCulture, $"{what}/{name}/{commit[..12]}/{time.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
                Service = what,
                Environment = name,
                Tier = parsed.GetValue(tier) is { } word ? DeploymentWords.Tier(word)!.Value : EnvironmentTiers.Of(name),
                Commit = commit,
                Version = parsed.GetValue(version),
                Status = DeploymentWords.Status(parsed.GetValue(status)!)!.Value,
                FinishedAt = time,
                Url = parsed.GetValue(url),
            }]);
            return ExitCode.Pass;
        });
        return verb;
    }

    internal static DateTimeOffset Time(string? text)
    {
        if (text is null)
            return DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : throw new ToolException($"'{text}' is no time; write it as 2026-05-01T12:00:00Z.");
    }
}
