using AiAttribution.Core.Sessions.Notes;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>Where in git a session record was found. Of two sources of one session with counts of equal worth the first one counts.</summary>
internal enum RecordSource
{
    /// <summary>Our own notes, see <see cref="SessionNote"/>.</summary>
    Note,

    /// <summary>A record in a file of the repository.</summary>
    SessionFile,

    /// <summary>A checkpoint of Entire.</summary>
    Entire,

    /// <summary>Exported telemetry of an agent.</summary>
    Telemetry,
}
