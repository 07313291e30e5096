using AiAttribution.Core.Sessions.Linking;

namespace AiAttribution.Cli.Capture;

/// <summary>Why tokens belong to no commit, in words.</summary>
internal static class UnallocatedWords
{
    public static string Of(RestReason reason) => reason switch
    {
        RestReason.NoCommit => "no commit shows this session's work",
        RestReason.AfterLastCommit => "after the session's last commit",
        RestReason.SeveralCommits => "the agent counts per session, and it made several commits",
        _ => "still being written; the next capture takes it",
    };
}
