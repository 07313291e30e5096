using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Fleet.Intake;

/// <summary>Decides whether an envelope may enter: it is whole, it is what its name says, its time can be, and its sender may speak for the repository.</summary>
/// <param name="settings">Who may speak for whom.</param>
/// <param name="now">The time.</param>
internal sealed class EnvelopeGate(FleetSettings settings, DateTimeOffset now)
{
    /// <summary>Clocks differ.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The envelope.</summary>
    /// <param name="packed">Bytes of the file.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="sender">Folder of the inbox that it came into; null for all.</param>
    /// <exception cref="EnvelopeException">It may not enter.</exception>
    public StagedEnvelope Check(byte[] packed, string name, string? sender)
    {
        string digest = EnvelopePack.Digest(packed);
        if (EnvelopePack.DigestOf(name) is { } named && named != digest)
            throw new EnvelopeException("its name is not the SHA-256 of its bytes: it was changed, or is not copied to its end yet");
        Envelope envelope = EnvelopeReader.ReadFile(packed);
        if (envelope.Known > now + Tolerance || envelope.Time < Earliest)
            throw new EnvelopeException($"it is of {CellTimes.Day(envelope.Known > now + Tolerance ? envelope.Known : envelope.Time)}, which cannot be");
        if (!settings.MaySpeak(sender, envelope.Repository!))
            throw new EnvelopeException(sender is null
                ? $"nobody said who may speak for {envelope.Repository}: fleet.json names senders, and it came from none of them"
                : $"'{sender}' may not speak for {envelope.Repository}: fleet.json says for which repositories it may");
        return new StagedEnvelope(envelope, digest);
    }
}
