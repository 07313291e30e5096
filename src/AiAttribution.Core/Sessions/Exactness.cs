namespace AiAttribution.Core.Sessions;

/// <summary>How much the token counts of a session say. Best first: where two logs tell of one session, the better one counts. Never sum different kinds unlabelled.</summary>
internal enum Exactness
{
    /// <summary>Counted by the agent for every response.</summary>
    Exact,

    /// <summary>Counted by the agent, but only as totals of a session or of a part of it.</summary>
    SessionTotal,

    /// <summary>Not all: the log has output tokens but no input, or a count of it was cut, clamped or guessed.</summary>
    Partial,

    /// <summary>Printed by the agent for people, such as <c>12k</c>.</summary>
    Rounded,

    /// <summary>The agent counts credits, not tokens.</summary>
    CreditsOnly,

    /// <summary>The agent leaves no token counts on this machine.</summary>
    Absent,
}
