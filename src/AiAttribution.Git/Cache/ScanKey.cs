using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Scanning.Lines;
using AiAttribution.Git.Scanning.Notes;

namespace AiAttribution.Git.Cache;

/// <summary>Names results by everything but the commit that decides them: options, files that steer attribution, notes and shallow boundary, and the version of the engine.</summary>
internal static class ScanKey
{
    /// <summary>Hexadecimal key of results; null when the cache must not be used.</summary>
    public static string? OfResults(GitRepository repository, string commit, ScanOptions options)
    {
        if (!options.UseCache)
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, OfRecords(repository, commit, options));
        Add(hash, $"{options.Include.Name}|{options.KeepAllSources}|{options.Mode}|{options.Since}|{BaselineCommit(repository, options.Since)}");
        Add(hash, options.PassOverIgnoredRevisions ? RepositoryFiles.Read(repository, commit, IgnoredRevisions.Path) ?? "" : "");
        foreach (GitReference notes in NotePlaces.References(repository, options.Evidence))
            Add(hash, $"{notes.Name} {notes.Target.ToHex(repository.Objects.IdLength)}");
        Add(hash, options.Evidence.Sources.Contains(EvidenceKind.AgentTrace) ? TraceIndex.FingerprintOf(repository, commit) : "");
        Add(hash, SignedFiles.FingerprintOf(repository, commit, options.Evidence));
        return Name(hash);
    }

    /// <summary>Hexadecimal key of commit records: evidence options, listed commits, and what the clone overrides of its history.</summary>
    public static string OfRecords(GitRepository repository, string commit, ScanOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, typeof(ScanKey).Module.ModuleVersionId.ToString());
        Add(hash, typeof(EvidenceClassifier).Module.ModuleVersionId.ToString());
        AddEvidence(hash, options.Evidence);
        Add(hash, RepositoryFiles.Read(repository, commit, RevsFile.Path) ?? "");
        Add(hash, repository.Overrides.Fingerprint);
        return Name(hash);
    }

    private static string Name(IncrementalHash hash) => Convert.ToHexString(hash.GetHashAndReset())[..16].ToLowerInvariant();

    private static string BaselineCommit(GitRepository repository, string? since) =>
        string.IsNullOrWhiteSpace(since) || Baseline.Date(since) is not null ? "" : Baseline.Resolve(repository, since.Trim());

    private static void AddEvidence(IncrementalHash hash, EvidenceOptions options)
    {
        Add(hash, $"{options.ReviewBots}|{string.Join(',', EvidenceKindNames.Of(options.Sources))}|{string.Join(',', options.Keys.Select(key => key.Id))}");
        foreach (CustomAgent agent in options.Agents)
            Add(hash, string.Join('\u0001', [agent.Name, "\u0002", .. agent.Emails, "\u0002", .. agent.DisclosureKeys, "\u0002", .. agent.SessionKeys]));
    }

    private static void Add(IncrementalHash hash, string part)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(part));
        hash.AppendData([0]);
    }
}
