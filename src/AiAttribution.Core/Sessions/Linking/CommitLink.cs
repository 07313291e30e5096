using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Linking;

/// <summary>A session took part in a commit.</summary>
/// <param name="Agent">Catalogue name of the agent.</param>
/// <param name="Session">Id of the session.</param>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Method">How that is known.</param>
/// <param name="Until">Responses up to here, from the session's commit before, went into the commit.</param>
internal sealed record CommitLink(string Agent, string Session, string Commit, LinkMethod Method, DateTimeOffset Until);
