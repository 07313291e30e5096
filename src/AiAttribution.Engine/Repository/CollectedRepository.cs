using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Requirements;
using AiAttribution.Engine.Project;

namespace AiAttribution.Engine.Repository;

/// <summary>A repository with everything that is known of it. Projects of one build share it, also from several threads.</summary>
/// <param name="Policy">The policy that holds.</param>
/// <param name="History">What git and the trails say; null when nothing could be attributed, which the notes explain.</param>
/// <param name="Notes">What is missing or wrong.</param>
internal sealed record CollectedRepository(AttributionPolicy Policy, CollectedHistory? History, IReadOnlyList<BuildProblem> Notes) : IDisposable
{
    /// <summary>Name of the policy file; null when the defaults hold.</summary>
    public string? PolicyFile { get; init; }

    /// <summary>The day that decides over waivers.</summary>
    public DateOnly Today { get; init; }

    /// <summary>For each person who approves a pull request, by the files that were given, the commit that was approved; null where a form names none.</summary>
    public IReadOnlyList<string?> Approvals { get; init; } = [];

    /// <summary>SHA-256 of the policy file's bytes, lower-case hexadecimal; null without one.</summary>
    public string? PolicyDigest { get; init; }

    /// <summary>Judges the files of one project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="members">Finds members; null when there is no compiler to do it, which leaves a report of lines and a snapshot.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public CollectedProject Project(ProjectInput project, IMemberFinder? members, CancellationToken cancel = default)
    {
        var model = new ProjectModel(this, project);
        if (History is null)
            return model.Nothing();
        bool tellsLeftOut = members is not null && (project.TellsLeftOut || Policy.Rules.Any(r => r is { IsJudged: true, Require: LeftOutRequirement }));
        var search = new MemberSearch(History, members, project.Range, tellsLeftOut);
        FileMembers[] files = [.. ProjectFiles.Read(History, project, cancel).Select(read => search.Find(read.File, read.Bytes))];
        if (tellsLeftOut)
            files = [.. files.Select(new LeftOutSearch(History, Policy, project.Range).Mark)];
        JudgedProject judged = new ProjectJudge(this, History).Judge(files, project, members);
        return model.Of(History, files, judged);
    }

    public void Dispose() => History?.Repository.Dispose();

    internal static CollectedRepository Nothing(IReadOnlyList<BuildProblem> notes) => new(AttributionPolicy.Default, null, notes);
}
