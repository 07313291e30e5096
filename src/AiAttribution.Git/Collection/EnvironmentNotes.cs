using AiAttribution.Core.Diagnostics;
using AiAttribution.Core.Policy;

namespace AiAttribution.Git.Collection;

/// <summary>Says what is wrong with the surroundings in the words that build, tool and report share.</summary>
public static class EnvironmentNotes
{
    private static readonly Dictionary<RepositoryProblem, EnvironmentDiagnostic> Diagnostics = new()
    {
        [RepositoryProblem.NotARepository] = EnvironmentDiagnostics.NotARepository,
        [RepositoryProblem.NoCommits] = EnvironmentDiagnostics.NoCommits,
        [RepositoryProblem.NativeLibrary] = EnvironmentDiagnostics.NativeLibrary,
        [RepositoryProblem.PartialClone] = EnvironmentDiagnostics.PartialClone,
        [RepositoryProblem.UnsupportedFormat] = EnvironmentDiagnostics.UnsupportedFormat,
        [RepositoryProblem.ForeignOwner] = EnvironmentDiagnostics.ForeignOwner,
        [RepositoryProblem.BadRevision] = EnvironmentDiagnostics.BadRevision,
        [RepositoryProblem.Corrupt] = EnvironmentDiagnostics.Corrupt,
    };

    /// <summary>Why a repository cannot be attributed.</summary>
    public static EnvironmentNote Of(RepositoryException exception) =>
        new(Diagnostics[exception.Problem], exception.Message, exception.Remedy);

    internal static EnvironmentNote SlowerReader(RepositoryException native) => new(
        EnvironmentDiagnostics.SlowerReader,
        $"{native.Message}, so the git command reads the repository, which gives the same answers and may take longer");

    internal static EnvironmentNote Of(PolicyProblem problem) =>
        new(EnvironmentDiagnostics.PolicyFile, problem.Message, "Nothing is attributed until the policy is right.", problem.File, problem.Line, problem.Column);

    internal static EnvironmentNote Shallow { get; } = new(
        EnvironmentDiagnostics.Shallow,
        "history is cut off, so older lines and their deployments are unknown",
        "git fetch --unshallow (in a pipeline: fetch depth 0)");

    internal static EnvironmentNote NothingToJudgeBy { get; } = new(
        EnvironmentDiagnostics.NothingToJudgeBy,
        "there are AI-heavy members, but neither coverage nor deployment tags to judge them by",
        "dotnet test --collect \"Code Coverage;Format=cobertura\", and git fetch --tags");
}
