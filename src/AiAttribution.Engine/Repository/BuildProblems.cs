using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
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
    };

    /// <summary>Why a repository cannot be attributed.</summary>
    public static BuildProblem Of(RepositoryException exception) =>
        new(Diagnostics[exception.Problem], exception.Message, exception.Remedy);

    internal static BuildProblem SlowerReader(RepositoryException native) => new(
        BuildProblemKinds.SlowerReader,
        $"{native.Message}, so the git command reads the repository, which gives the same answers and may take longer");

    internal static BuildProblem Of(PolicyProblem problem) =>
        new(BuildProblemKinds.PolicyFile, problem.Message, "Nothing is attributed until the policy is right.", problem.File, problem.Line, problem.Column);

    internal static BuildProblem Shallow(bool hidesAdoption) => new(
        BuildProblemKinds.Shallow,
        $"This clone is shallow: older lines and deployments are unknown{(hidesAdoption ? ", and so is the commit that brought AiAttribution here, so everything known is judged" : "")}",
        "Run 'git fetch --unshallow'; in GitHub Actions set 'fetch-depth: 0'.");

    internal static BuildProblem NothingToJudgeBy { get; } = new(
        BuildProblemKinds.NothingToJudgeBy,
        "there are AI-heavy members, but neither coverage nor deployment tags to judge them by",
        "dotnet test --collect \"Code Coverage;Format=cobertura\", and git fetch --tags");
}
