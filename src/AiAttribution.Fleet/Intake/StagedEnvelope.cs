using System.Globalization;
using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Fleet.Intake;

/// <summary>An envelope that was checked.</summary>
/// <param name="Envelope">What it says.</param>
/// <param name="Digest">SHA-256 of its file.</param>
internal sealed record StagedEnvelope(Envelope Envelope, string Digest)
{
    private const string History = "history";
    private const int IdLength = 16;
    private const int DigestDigits = 6;
    private const long MostAttempts = 255;

    /// <summary>2000-01-01.</summary>
    private const long Since = 946_684_800;

    /// <summary>What tells it from all others in the lake.</summary>
    public string Id { get; } = Digest[..IdLength];

    /// <summary>Day of the commit.</summary>
    public string Day { get; } = CellTimes.Day(Envelope.Time);

    /// <summary>
    /// Order of what a repository says: the newest thing that was known, then whether coverage was, then the attempt; what was read from history stands behind what a build says.
    /// Where all are equal the digest decides, so that the order never depends on who came first.
    /// </summary>
    /// <remarks>31 bits of seconds since 2000, one for coverage, 8 for the attempt, 23 of the digest.</remarks>
    public long Seen { get; } = ((Envelope.Known.ToUnixTimeSeconds() - Since) << 32)
        | ((bool)Envelope.Head["coverage"]! ? 1L << 31 : 0)
        | (AttemptOf(Envelope.Head) << 23)
        | (long.Parse(Digest.AsSpan(0, DigestDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) >> 1);

    private static long AttemptOf(EnvelopeRow head) => (string)head["build"]! == History ? 0 : Math.Min((long)head["attempt"]!, MostAttempts);
}
