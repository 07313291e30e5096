using System.CommandLine;
using System.Security.Cryptography;
using AiAttribution.Cli.Hosting;
using AiAttribution.Cli.Verbs.Report;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Reports.Statements;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>verify</c>: whether a signed statement holds, and is about what it is shown for.</summary>
internal static class VerifyVerb
{
    private const int ShortestCommit = 7;
    private const string Known = "0123456789abcdef";

    public static Command Create(ToolConsole console)
    {
        Argument<string> file = new("FILE") { Description = "A statement in its envelope, as 'report --format intoto --sign' writes it." };
        Option<string[]> key = new("--key") { Description = "Public key as PEM that must have signed it. Several: each must have.", HelpName = "FILE", Required = true };
        Option<string[]> artifact = new("--artifact") { Description = "File that it must be about, by its SHA-256; may be given several times.", HelpName = "FILE" };
        Option<string?> commit = new("--commit") { Description = "Commit that it must be of: the id, or with --repo any name of it. Default with --repo: HEAD.", HelpName = "REV" };
        Option<string?> repo = new("--repo") { Description = "A folder in the repository that it must be of.", HelpName = "DIR" };
        Option<string?> policy = new("--policy") { Description = "Policy file that must have been applied.", HelpName = "FILE" };
        var verb = new VerbCommand(
            "verify",
            "Check a signed statement: who signed it, what it is about, and what the gate said. Exit code 0: it holds and nothing blocks; 1: refused, or the gate is blocked; 2: it cannot be read, or the gate cannot tell and has to.",
            "ai-attribution verify AiAttribution.intoto.json --key release.pub",
            "ai-attribution verify AiAttribution.intoto.json --key release.pub --artifact app/App.dll --commit 3b9eeb5f162a",
            "ai-attribution verify AiAttribution.intoto.json --key release.pub --artifact app/App.dll --repo . --policy ai-attribution.json")
        {
            file, key, artifact, commit, repo, policy,
        };
        verb.SetAction(parsed =>
        {
            var demands = new StatementDemands { Artifacts = ArtifactFiles.Read(parsed.Files(artifact, console) ?? []), Policy = parsed.GetValue(policy) is { } path ? Digest(console.FullPath(path)) : null };
            demands = parsed.GetValue(repo) is { } folder
                ? OfRepository(demands, console.FullPath(folder), parsed.GetValue(commit))
                : demands with { Commit = parsed.GetValue(commit) is { } id ? Id(id) : null };
            VerifyingKey[] keys = [.. parsed.GetValue(key)!.Select(k => KeyFile.Public(console.FullPath(k))).DistinctBy(k => k.Id)];
            return Check(console, console.FullPath(parsed.GetValue(file)!), keys, demands);
        });
        return verb;
    }

    private static int Check(ToolConsole console, string path, VerifyingKey[] keys, StatementDemands demands)
    {
        DsseEnvelope envelope = Read(path);
        try
        {
            var statement = SignedStatement.Open(envelope, keys);
            if (keys.FirstOrDefault(k => statement.Signers.All(s => s.Id != k.Id)) is { } missing)
                throw new SignatureException($"no signature of it is by the key {missing.Id[..12]}");
            Tell(console, new StatementFinding(StatementAnswer.Fine, "signature", $"by the key {string.Join(", ", statement.Signers.Select(s => s.Id[..12]))}{Others(statement.Unchecked)}"));
            IReadOnlyList<StatementFinding> findings = StatementCheck.Of(statement, demands);
            foreach (StatementFinding finding in findings)
                Tell(console, finding);
            return findings.Max(f => f.Answer) switch
            {
                StatementAnswer.Refused or StatementAnswer.Violated => ExitCode.Violated,
                StatementAnswer.CannotTell => ExitCode.CannotTell,
                _ => ExitCode.Pass,
            };
        }
        catch (SignatureException problem)
        {
            Tell(console, new StatementFinding(StatementAnswer.Refused, "signature", problem.Message));
            return ExitCode.Violated;
        }
        catch (FormatException problem)
        {
            throw new ToolException($"'{Path.GetFileName(path)}' cannot be verified: {problem.Message}.");
        }
    }

    private static string Others(int count) => count == 0 ? "" : $"; {Figures.Count(count, "other signature is", "other signatures are")} by no key that was given, and not checked";

    private static void Tell(ToolConsole console, StatementFinding finding)
    {
        string word = finding.Answer switch
        {
            StatementAnswer.Fine => "ok",
            StatementAnswer.Open => "open",
            StatementAnswer.CannotTell => "cannot tell",
            StatementAnswer.Violated => "violated",
            _ => "refused",
        };
        console.Out.Write($"{word,-11} {finding.About}: {finding.Text}\n");
    }

    private static DsseEnvelope Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new ToolException($"the statement '{file.Name}' does not exist.");
        try
        {
            return file.Length > DsseEnvelope.MaximumBytes ? throw new FormatException($"it is larger than {DsseEnvelope.MaximumBytes >> 20} MiB") : DsseEnvelope.Parse(File.ReadAllBytes(path));
        }
        catch (FormatException problem)
        {
            throw new ToolException($"'{file.Name}' cannot be verified: {problem.Message}.");
        }
    }

    private static StatementDemands OfRepository(StatementDemands demands, string folder, string? commit)
    {
        using GitRepository repository = GitRepository.Open(folder);
        return demands with { Commit = repository.ResolveCommit(commit ?? "HEAD"), Repository = RepositoryKey.Of(repository) };
    }

    private static string Id(string text) => text.ToLowerInvariant() is var id && id.Length >= ShortestCommit && id.All(Known.Contains)
        ? id
        : throw new ToolException($"'{text}' is no id of a commit of {ShortestCommit} digits or more; for a name, say with --repo where it is one.");

    private static string Digest(string path)
    {
        if (!File.Exists(path))
            throw new ToolException($"the policy '{Path.GetFileName(path)}' does not exist.");
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file)).ToLowerInvariant();
    }
}
