using System.Collections.Immutable;

namespace AiAttribution.Core.Model;

/// <summary>Every environment diagnostic, shared by the build task and <c>ai-attribution doctor</c>.</summary>
internal static class BuildProblemKinds
{
    /// <summary>Something that was not foreseen went wrong; the build goes on without attribution.</summary>
    public static readonly BuildProblemKind Unexpected = new("AIA9000", "Attribution stopped by an unexpected error");

    /// <summary>The project does not lie in a git working tree.</summary>
    public static readonly BuildProblemKind NotARepository = new("AIA9001", "No git repository", IsWarning: false);

    /// <summary>The repository has no commit yet.</summary>
    public static readonly BuildProblemKind NoCommits = new("AIA9002", "No commits yet", IsWarning: false);

    /// <summary>The bundled libgit2 cannot be used, and no <c>git</c> is there to read instead.</summary>
    public static readonly BuildProblemKind NativeLibrary = new("AIA9003", "libgit2 cannot be used");

    /// <summary>A partial clone lacks objects that the attribution needs.</summary>
    public static readonly BuildProblemKind PartialClone = new("AIA9004", "Partial clone");

    /// <summary>The repository uses a format extension that libgit2 refuses.</summary>
    public static readonly BuildProblemKind UnsupportedFormat = new("AIA9005", "Unsupported repository format");

    /// <summary>The repository belongs to another user and is not trusted.</summary>
    public static readonly BuildProblemKind ForeignOwner = new("AIA9006", "Repository of another user");

    /// <summary>A shallow clone: lines older than its boundary are unknown.</summary>
    public static readonly BuildProblemKind Shallow = new("AIA9007", "Shallow clone");

    /// <summary>There is neither test evidence nor a deployment source, so nothing is judged.</summary>
    public static readonly BuildProblemKind NothingToJudgeBy = new("AIA9008", "No test evidence and no deployments");

    /// <summary>The policy file cannot be read, or has an entry that means nothing.</summary>
    public static readonly BuildProblemKind PolicyFile = new("AIA9009", "Error in the policy file");

    /// <summary>A coverage, test-result or deployment file cannot be read.</summary>
    public static readonly BuildProblemKind UnreadableTrail = new("AIA9010", "Unreadable coverage, test results, deployments or approvals");

    /// <summary>A revision that was asked for does not exist.</summary>
    public static readonly BuildProblemKind BadRevision = new("AIA9011", "Unknown revision");

    /// <summary>Objects of the repository are missing or damaged.</summary>
    public static readonly BuildProblemKind Corrupt = new("AIA9012", "Damaged repository");

    /// <summary>A note or a line of <c>.ai-attribution-revs</c> cannot be read and is left out.</summary>
    public static readonly BuildProblemKind UnreadableEvidence = new("AIA9013", "Unreadable evidence");

    /// <summary>The compiler of the SDK was not found, so the report has lines but no members.</summary>
    public static readonly BuildProblemKind NoCompiler = new("AIA9014", "Members not known");

    /// <summary>This MSBuild cannot run the task.</summary>
    public static readonly BuildProblemKind HostTooOld = new("AIA9015", "MSBuild too old");

    /// <summary>The bundled libgit2 cannot be used, and the <c>git</c> command reads the repository instead.</summary>
    public static readonly BuildProblemKind SlowerReader = new("AIA9016", "Read through the git command", IsWarning: false);

    /// <summary>The build asks for a form of the report that does not exist.</summary>
    public static readonly BuildProblemKind UnknownReport = new("AIA9017", "Unknown form of the report");

    /// <summary>A report, or the data that a build keeps, could not be written where it belongs.</summary>
    public static readonly BuildProblemKind UnwrittenReport = new("AIA9018", "Report or data not written");

    /// <summary>The compiler is not told the project's folder, so the analyzer judges nothing. The analyzer says it.</summary>
    public static readonly BuildProblemKind ProjectUnknown = new("AIA9019", "The analyzer cannot tell its project");

    /// <summary>An editor opened a project that was not built yet. The analyzer says it.</summary>
    public static readonly BuildProblemKind NothingKnown = new("AIA9020", "Nothing is known of the project yet", IsWarning: false);

    /// <summary>This clone reads objects in place of others, or gives commits other parents, which no other clone gets.</summary>
    public static readonly BuildProblemKind Replaced = new("AIA9021", "History replaced in this clone", IsWarning: false);

    /// <summary>All of them, in order of codes.</summary>
    public static ImmutableArray<BuildProblemKind> All { get; } =
    [
        Unexpected, NotARepository, NoCommits, NativeLibrary, PartialClone, UnsupportedFormat, ForeignOwner, Shallow,
        NothingToJudgeBy, PolicyFile, UnreadableTrail, BadRevision, Corrupt, UnreadableEvidence, NoCompiler, HostTooOld,
        SlowerReader, UnknownReport, UnwrittenReport, ProjectUnknown, NothingKnown, Replaced,
    ];
}
