namespace AiAttribution.Core.Sessions.Notes;

/// <summary>How a session was linked to a commit, strongest first. Time alone never links.</summary>
internal enum LinkMethod
{
    /// <summary>The agent's environment variable named the session while the commit was made.</summary>
    Environment,

    /// <summary>The session's transcript shows the commit.</summary>
    Transcript,

    /// <summary>Lines that the session wrote are lines that the commit added.</summary>
    Content,

    /// <summary>The session edited a file of the commit between the commit's parent and the commit.</summary>
    Files,

    /// <summary>The commit names the session in a trailer or a git-ai note, or another tool recorded it in git.</summary>
    Recorded,
}
