using AiAttribution.Core.Policy.Rules;
using AiAttribution.Engine.Rules;

namespace AiAttribution.Engine.Project;

/// <summary>A project whose files are to be judged.</summary>
/// <param name="Name">Name that the report carries.</param>
/// <param name="Directory">Full path of the project's folder; paths in the snapshot start from it.</param>
/// <param name="Files">Full paths of its source files. Files outside the repository are left out.</param>
internal sealed record ProjectInput(string Name, string Directory, IReadOnlyList<string> Files)
{
    /// <summary>Says of a path from the repository root whether it is test code. Tests are counted by lines, and never judged.</summary>
    public Predicate<string> IsTest { get; init; } = _ => false;

    /// <summary>Full paths of files with code in another form, such as <c>.razor</c>: their AI lines are counted and not judged.</summary>
    public IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Whether the report tells what became of AI lines of the whole repository. That takes a walk of its own, so a build does without.</summary>
    public bool TellsSurvival { get; init; }

    /// <summary>Whether the report tells what reached production and what is new since the release before. That takes a walk of its own, so a build does without.</summary>
    public bool TellsOutcomes { get; init; }

    /// <summary>Whether rules may ask what reached production.</summary>
    public bool JudgesOutcomes { get; init; }

    /// <summary>Commits that rules judge, as <c>ai-attribution check</c> does for the same range; null for those that AI lines come from.</summary>
    public CommitRange? Range { get; init; }

    /// <summary>Full id of the commit that must have a suppression for it to count; null where all count.</summary>
    public string? SuppressionsOf { get; init; }

    /// <summary>Whether the report tells which AI lines no rule about members judges.</summary>
    public bool TellsLeftOut { get; init; }

    /// <summary>Whether the report tells what an envelope for a fleet needs of the pipeline.</summary>
    public bool TellsFleet { get; init; }

    /// <summary>Paths from the repository root of source files that belong to it and are left out by a sparse checkout: rules about code cannot tell of them.</summary>
    public IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>Branch that is judged; null for what git and the pipeline say.</summary>
    public string? Branch { get; init; }

    /// <summary>Text of the pull request; null for what the pipeline has.</summary>
    public PullRequestText? PullRequest { get; init; }
}
