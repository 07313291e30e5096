using System.Globalization;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Engine.Repository;

/// <summary>Says what is wrong with the surroundings in the words that build, tool and report share.</summary>
internal static class BuildProblems
{
    private static readonly Dictionary<RepositoryProblem, BuildProblemKind> Diagnostics = new()
    {
        [RepositoryProblem.NotARepository] = BuildProblemKinds.NotARepository,
        [RepositoryProblem.NoCommits] = BuildProblemKinds.NoCommits,
        [RepositoryProblem.NativeLibrary] = BuildProblemKinds.NativeLibrary,
        [RepositoryProblem.PartialClone] = BuildProblemKinds.PartialClone,
        [RepositoryProblem.UnsupportedFormat] = BuildProblemKinds.UnsupportedFormat,
        [RepositoryProblem.ForeignOwner] = BuildProblemKinds.ForeignOwner,
        [RepositoryProblem.BadRevision] = BuildProblemKinds.BadRevision,
        [RepositoryProblem.Corrupt] = BuildProblemKinds.Corrupt,
        [RepositoryProblem.TooLarge] = BuildProblemKinds.Corrupt,
    };

    /// <summary>Why a repository cannot be attributed.</summary>
    public static BuildProblem Of(RepositoryException exception) =>
        new(Diagnostics[exception.Problem], exception.Message, exception.Remedy);

    internal static BuildProblem SlowerReader(RepositoryException native) => new(
        BuildProblemKinds.SlowerReader,
        $"{native.Message}, so the git command reads the repository, which gives the same answers and may take longer");

    internal static BuildProblem Of(PolicyProblem problem) =>
        new(BuildProblemKinds.PolicyFile, problem.Message, "Nothing is attributed until the policy is right.", problem.File, problem.Line, problem.Column);

    /// <summary>Contents that files had are missing.</summary>
    /// <param name="missing">Their full ids.</param>
    /// <param name="hidesAdoption">Whether the commit that brought the package may be hidden by them.</param>
    internal static BuildProblem Missing(IReadOnlyList<string> missing, bool hidesAdoption) => new(
        BuildProblemKinds.PartialClone,
        $"{Figures.Count(missing.Count, "content")} of files of the past {(missing.Count == 1 ? "is" : "are")} missing ({missing[0][..10]}{(missing.Count == 1 ? "" : " is the first")}), so lines that need {(missing.Count == 1 ? "it" : "them")} are unknown{(hidesAdoption ? ", and so may be the commit that brought AiAttribution here, so everything known is judged" : "")}",
        RepositoryGuard.Refetch);

    internal static BuildProblem Shallow(bool hidesAdoption) => new(
        BuildProblemKinds.Shallow,
        $"This clone is shallow: older lines and deployments are unknown{(hidesAdoption ? ", and so is the commit that brought AiAttribution here, so everything known is judged" : "")}",
        "Run 'git fetch --unshallow'; in GitHub Actions set 'fetch-depth: 0'.");

    /// <summary>This clone reads its history otherwise than it is stored; null where it does not.</summary>
    internal static BuildProblem? Replaced(HistoryOverrides overrides)
    {
        string[] what =
        [
            .. overrides.Replacements.Count > 0 ? new[] { $"{Figures.Count(overrides.Replacements.Count, "object is", "objects are")} read in place of others (refs/replace)" } : [],
            .. overrides.Grafts.Count > 0 ? new[] { $"{Figures.Count(overrides.Grafts.Count, "commit has", "commits have")} other parents (info/grafts)" } : [],
        ];
        return what.Length == 0 ? null : new(
            BuildProblemKinds.Replaced,
            $"In this clone {string.Join(", and ", what)}, as in git blame; a clone does not take that along, so others may answer otherwise",
            $"{HistoryOverrides.Look}; git config core.useReplaceRefs false reads what is stored.");
    }

    /// <summary>Neither tests nor deployments tell of members.</summary>
    /// <param name="members">For each of them the source because of which its deployment is not known.</param>
    internal static BuildProblem NothingToJudgeBy(IReadOnlyList<AiSource?> members)
    {
        (string Because, string? Remedy)[] causes =
        [
            .. members.GroupBy(m => (Gap: m?.Gap ?? DeploymentGap.NoSource, m?.Beside)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Gap)
                .Select(g => (DeploymentGaps.Because(g.Key.Gap, g.Key.Beside), DeploymentGaps.Remedy(g.Key.Gap))),
        ];
        return new(
            BuildProblemKinds.NothingToJudgeBy,
            $"{(members.Count == 1 ? "1 AI-heavy member has" : $"{members.Count.ToString(CultureInfo.InvariantCulture)} AI-heavy members have")} no coverage, and {causes[0].Because}{(causes.Length > 1 ? $", for most of them; {causes[1].Because}" : "")}",
            string.Join(", and ", causes.Select(c => c.Remedy).OfType<string>().Distinct().Prepend(VerdictMessage.Measure)));
    }
}
