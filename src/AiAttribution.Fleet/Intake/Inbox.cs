using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.Intake;

/// <summary>What an inbox holds that the lake does not.</summary>
/// <param name="Envelopes">Digest and day of each envelope that may enter.</param>
/// <param name="Rejected">What is refused for good.</param>
/// <param name="Waiting">What another version of the tool may read; it stays where it is.</param>
/// <param name="HasMore">Whether there is more than was asked for.</param>
internal sealed record InboxReading(IReadOnlyList<(string Digest, string Day)> Envelopes, IReadOnlyList<Rejection> Rejected, IReadOnlyList<Rejection> Waiting, bool HasMore);

/// <summary>The folder in which envelopes arrive. It may be a bucket that is mounted, so nothing in it is changed.</summary>
internal sealed class Inbox(LakeFolder lake, EnvelopeGate gate)
{
    private const string Version = "v1";
    private const int BatchSize = 64;

    /// <summary>Reads what is new, in order of names. An envelope is held no longer than it takes to hand it on.</summary>
    /// <param name="manifest">What the lake has.</param>
    /// <param name="take">Takes an envelope that may enter.</param>
    /// <param name="most">How many envelopes are enough; what was begun with them is read to its end.</param>
    /// <param name="progress">Told how many were read.</param>
    /// <param name="cancel">Ends the work.</param>
    public InboxReading Read(Manifest manifest, Action<StagedEnvelope> take, int most, IProgress<int>? progress, CancellationToken cancel)
    {
        HashSet<UInt128> known = manifest.Digests(lake);
        HashSet<string> refused = [.. manifest.Rejected.Select(r => r.Digest)];
        List<(string Digest, string Day)> envelopes = [];
        List<Rejection> rejected = [];
        List<Rejection> waiting = [];
        // Checking is the work, so all processors share it; what it gives is taken in the order of names.
        foreach (string[] batch in Files().Where(f => EnvelopePack.DigestOf(Path.GetFileName(f)) is not { } digest || !known.Contains(Manifest.KeyOf(digest))).Chunk(BatchSize))
        {
            cancel.ThrowIfCancellationRequested();
            foreach ((StagedEnvelope? envelope, Rejection? rejection, bool waits) in batch.AsParallel().AsOrdered().Select(Check))
            {
                if (envelope is not null && known.Add(Manifest.KeyOf(envelope.Digest)))
                {
                    envelopes.Add((envelope.Digest, envelope.Day));
                    take(envelope);
                }
                else if (rejection is not null && waits)
                    waiting.Add(rejection);
                else if (rejection is not null && refused.Add(rejection.Digest))
                    rejected.Add(rejection);
            }

            progress?.Report(envelopes.Count);
            if (envelopes.Count >= most)
                return new InboxReading(envelopes, rejected, waiting, true);
        }

        return new InboxReading(envelopes, rejected, waiting, false);
    }

    private (StagedEnvelope? Envelope, Rejection? Rejection, bool Waits) Check(string file)
    {
        byte[] bytes = [];
        string place = Path.GetRelativePath(lake.Inbox, file).Replace('\\', '/');
        try
        {
            bytes = Bytes(file);
            return (gate.Check(bytes, Path.GetFileName(file), SenderOf(place)), null, false);
        }
        catch (EnvelopeException e)
        {
            return (null, new Rejection(place, EnvelopePack.Digest(bytes), e.Message), e.IsUnknownVersion);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new Rejection(place, EnvelopePack.Digest(bytes), $"it cannot be read: {e.Message}"), true);
        }
    }

    /// <summary>Puts a file where a compaction finds it. It is on the disk when this returns, and putting it again changes nothing.</summary>
    /// <returns>Full path of the file.</returns>
    public string Put(StagedEnvelope envelope, byte[] packed, string? sender)
    {
        string folder = lake.InboxOf(sender, envelope.Day);
        string file = Path.Combine(folder, envelope.Digest + EnvelopePack.Ending);
        if (File.Exists(file))
            return file;
        Directory.CreateDirectory(folder);
        string aside = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew))
            {
                stream.Write(packed);
                stream.Flush(flushToDisk: true);
            }

            File.Move(aside, file, overwrite: true);
            return file;
        }
        catch (IOException)
        {
            File.Delete(aside);
            throw;
        }
    }

    /// <summary>One byte more than a file may have is read of a larger one: enough to refuse it.</summary>
    public static byte[] Bytes(string file)
    {
        using FileStream stream = File.OpenRead(file);
        byte[] bytes = new byte[Math.Min(stream.Length, EnvelopePack.MostPacked + 1)];
        int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes[..length];
    }

    /// <summary>Plain files only: a link may lead anywhere, and a pipe never ends.</summary>
    private IEnumerable<string> Files()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Device, MaxRecursionDepth = 12 };
        return Directory.Exists(lake.Inbox) ? Directory.EnumerateFiles(lake.Inbox, "*" + EnvelopePack.Ending, options).Order(StringComparer.Ordinal) : [];
    }

    private static string? SenderOf(string place) => place.Split('/') is [var first, _, ..] && first != Version ? first : null;
}
