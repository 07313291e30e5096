using AiAttribution.Core.Evidence;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Repository;

/// <summary>Files that were meant to steer attribution and are not read. A policy that is not read is a gate that is not there, so that is said.</summary>
internal static class MistakenFiles
{
    private const int MostNames = 10_000;
    private const string Deployments = "deployments.jsonl";

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None };

    /// <summary>Where other tools have their settings.</summary>
    private static readonly string[] Elsewhere = [".github/" + AttributionPolicy.FileName, ".config/" + AttributionPolicy.FileName];

    /// <summary>A file that can be nothing but the policy under another name; null without one.</summary>
    public static BuildProblem? Policy(GitRepository repository, string commit) => MistakenName.OfPolicy(Names(repository, commit)) is { } name
        ? new BuildProblem(BuildProblemKinds.PolicyFile, $"'{name}' is not read: the policy is {AttributionPolicy.FileName}, letter by letter", "Rename it; nothing is attributed until then.", name)
        : null;

    /// <summary>What else may have been meant, where the right file is missing.</summary>
    public static IEnumerable<BuildProblem> Others(GitRepository repository, string commit, PolicySource source, CollectOptions options)
    {
        IReadOnlyCollection<string> names = Names(repository, commit);
        if (source is { File: null } && string.IsNullOrEmpty(options.PolicyPath) && (MistakenName.LikePolicy(names) ?? Elsewhere.FirstOrDefault(path => IsThere(repository, commit, path))) is { } like)
            yield return new BuildProblem(BuildProblemKinds.PolicyFile, $"'{like}' is not read, so the defaults hold: the policy is {AttributionPolicy.FileName} at the root of the repository", "Rename it, or name it with AiAttributionPolicy or --policy.", like);
        if (MistakenName.LikeRevs(names, RevsFile.Path) is { } revs)
            yield return new BuildProblem(BuildProblemKinds.UnreadableEvidence, $"'{revs}' is not read, so what it lists is no evidence: the list of commits is {RevsFile.Path}", "Rename it.", revs);
        if (MistakenName.OfCase(names, Deployments) is { } deployments)
            yield return new BuildProblem(BuildProblemKinds.UnreadableTrail, $"'{deployments}' is not read: the records of deployments are in {Deployments}, letter by letter", "Rename it.", deployments);
    }

    /// <summary>Names at the root, as the disk spells them, and those of the commit.</summary>
    private static HashSet<string> Names(GitRepository repository, string commit)
    {
        HashSet<string> names = [.. repository.RootNames(repository.SteeredBy ?? commit, MostNames)];
        if (repository is { SteeredBy: null, WorkingDirectory: { } root })
            names.UnionWith(new DirectoryInfo(root).EnumerateFiles("*", Everything).Take(MostNames).Select(file => file.Name));
        return names;
    }

    private static bool IsThere(GitRepository repository, string commit, string path) =>
        repository is { SteeredBy: null, WorkingDirectory: { } root } ? File.Exists(Path.Combine(root, path)) : repository.FindEntry(repository.SteeredBy ?? commit, path) is { IsFile: true };
}
