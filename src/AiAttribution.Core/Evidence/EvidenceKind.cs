namespace AiAttribution.Core.Evidence;

/// <summary>Where an evidence was found.</summary>
internal enum EvidenceKind
{
    /// <summary>A <c>Co-authored-by</c> or <c>Co-developed-by</c> trailer with an agent's identity.</summary>
    CoAuthorTrailer,

    /// <summary>A disclosure trailer such as <c>Assisted-by: Claude:claude-opus-4-8</c>.</summary>
    DisclosureTrailer,

    /// <summary>A trailer that carries a session key, such as <c>Copilot-Session</c>.</summary>
    SessionTrailer,

    /// <summary>The commit's author is an agent.</summary>
    AuthorIdentity,

    /// <summary>The commit's committer is an agent.</summary>
    CommitterIdentity,

    /// <summary>A known footer line such as <c>Generated with [Claude Code](…)</c>.</summary>
    Footer,

    /// <summary>A line in <c>.ai-attribution-revs</c>.</summary>
    Revs,

    /// <summary>A note of git-ai, as in <c>refs/notes/ai</c>.</summary>
    GitAiNote,

    /// <summary>A committed Agent Trace.</summary>
    AgentTrace,

    /// <summary>A record of a session in <c>refs/notes/aiattribution/sessions</c>.</summary>
    SessionNote,

    /// <summary>A note that tells an agent's share of each file of a commit.</summary>
    FileShareNote,

    /// <summary>A note of another tool that names lines: of Agent Blame and of whogitit.</summary>
    LineNote,

    /// <summary>A statement in a note, signed by a key that the policy names.</summary>
    SignedStatement,
}
