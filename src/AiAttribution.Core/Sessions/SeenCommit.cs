namespace AiAttribution.Core.Sessions;

/// <summary>A commit whose making the transcript shows.</summary>
/// <param name="Id">Its id as git printed it: usually the first digits only.</param>
/// <param name="Time">When; null when the log does not say.</param>
/// <param name="WorkingDirectory">Folder the agent worked in; null when not stated.</param>
internal sealed record SeenCommit(string Id, DateTimeOffset? Time, string? WorkingDirectory);
