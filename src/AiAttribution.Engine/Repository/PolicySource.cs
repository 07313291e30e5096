using System.Security.Cryptography;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Repository;

/// <summary>The policy of a repository and where it came from.</summary>
/// <param name="Policy">The policy; null when its file is wrong, because then nothing may be judged.</param>
/// <param name="File">Name of the file; null when there is none and the defaults hold.</param>
/// <param name="Notes">What is wrong with the file.</param>
internal sealed record PolicySource(AttributionPolicy? Policy, string? File, IReadOnlyList<BuildProblem> Notes)
{
    internal const int MostBytes = 1 << 20;

    private const string NoPlainFile = "the policy file is a link, a folder or larger than 1 MB";

    /// <summary>SHA-256 of the file's bytes, lower-case hexadecimal; null without a file that could be read.</summary>
    public string? Digest { get; private init; }

    public static PolicySource Read(GitRepository repository, string commit, CollectOptions options)
    {
        if (options.PolicyText is { } text)
            return Read(text, AttributionPolicy.FileName, options.Since);
        if (options.PolicyRevision is { } revision)
            return ReadBase(repository, revision, options) is var source && source.Policy is { WaiversInChange: true } policy
                ? source with { Policy = WithWaivers(policy, Read(repository, commit, options with { PolicyRevision = null }).Policy) }
                : source;
        if (!string.IsNullOrEmpty(options.PolicyPath))
            return ReadGiven(options.PolicyPath, Name(repository, options.PolicyPath), options.Since);
        if (RepositoryFiles.ReadBytes(repository, commit, AttributionPolicy.FileName) is { } bytes)
            return Read(bytes, AttributionPolicy.FileName, options.Since);
        if (IsThere(repository, commit))
            return Wrong(AttributionPolicy.FileName, NoPlainFile, "Make it a plain file.");
        return MistakenFiles.Policy(repository, commit) is { } mistaken
            ? new PolicySource(null, mistaken.File, [mistaken])
            : new PolicySource(WithSince(AttributionPolicy.Default, options.Since), null, []);
    }

    /// <summary>Path of the policy file from the repository root; null when the caller gave one that lies outside.</summary>
    public static string? PathOf(GitRepository repository, CollectOptions options) =>
        string.IsNullOrEmpty(options.PolicyPath) ? AttributionPolicy.FileName : RepositoryPaths.Relative(repository, options.PolicyPath);

    private static PolicySource ReadBase(GitRepository repository, string commit, CollectOptions options)
    {
        string path = PathOf(repository, options)!;
        return repository.ReadFile(commit, path, MostBytes) is { } bytes
            ? Read(bytes, path, options.Since)
            : Wrong(path, $"{NoPlainFile} in the base {commit[..12]}", "Make it a plain file there.");
    }

    /// <summary>Whether anything has that name where it is looked for: in the working tree, or without one in the commit. A dangling link is something, too.</summary>
    private static bool IsThere(GitRepository repository, string commit)
    {
        if (repository.SteeredBy is { } steering)
            return repository.FindEntry(steering, AttributionPolicy.FileName) is { Mode: not 0 };
        if (repository.WorkingDirectory is not { } root)
            return repository.FindEntry(commit, AttributionPolicy.FileName) is not null;
        var file = new FileInfo(Path.Combine(root, AttributionPolicy.FileName));
        return file.Exists || file.LinkTarget is not null || Directory.Exists(file.FullName);
    }

    private static PolicySource ReadGiven(string path, string name, string? since)
    {
        if (!System.IO.File.Exists(path))
            return Wrong(name, "the policy file does not exist", "Write it with 'ai-attribution init', or give its path.");
        (byte[]? bytes, string? problem) = BoundedFile.Read(path, MostBytes);
        return bytes is null ? Wrong(name, $"the policy file cannot be taken: {problem}", "Give the path of a plain, short file.") : Read(bytes, name, since);
    }

    private static PolicySource Read(byte[] bytes, string name, string? since)
    {
        PolicyReading reading = PolicyReader.Read(SourceFile.Text(bytes), name);
        return new PolicySource(
            reading.Policy is null ? null : WithSince(reading.Policy, since),
            name,
            [.. reading.Problems.Select(BuildProblems.Of)])
        {
            Digest = Convert.ToHexString(SHA256.HashData(bytes)).ToLowerInvariant(),
        };
    }

    private static PolicySource Wrong(string name, string message, string remedy) =>
        new(null, name, [new BuildProblem(BuildProblemKinds.PolicyFile, message, remedy, name)]);

    private static AttributionPolicy WithSince(AttributionPolicy policy, string? since) =>
        string.IsNullOrWhiteSpace(since) ? policy : policy with { Since = since.Trim() };

    /// <summary>The limit of their length stays that of the base.</summary>
    private static AttributionPolicy WithWaivers(AttributionPolicy policy, AttributionPolicy? head)
    {
        IEnumerable<Waiver> own = (head?.Waivers ?? []).Select(w => w with { MostDays = policy.WaiverDays });
        return policy with { Waivers = [.. policy.Waivers.Concat(own).DistinctBy(w => (w.Rule, w.Covered, w.Owner, w.Reason, w.Expires))] };
    }

    /// <summary>A report names no folder of a machine.</summary>
    private static string Name(GitRepository repository, string path) => RepositoryPaths.Relative(repository, path) ?? Path.GetFileName(path);
}
