namespace AiAttribution.Core.Evidence.Notes;

/// <summary>A note of git-ai in <c>refs/notes/ai</c>: which lines of the annotated commit an agent wrote, by the agent's own account.</summary>
/// <remarks>Reads schema <c>authorship/3.0.0</c>. The older JSON blobs under <c>refs/ai/authorship</c> (<c>authorship/0.0.1</c>) are not notes and are not read.</remarks>
/// <param name="Files">Files in the note's order; empty when the note attests nothing, which is no evidence of AI.</param>
/// <param name="Problems">What could not be read; the rest was.</param>
internal sealed record GitAiNote(IReadOnlyList<AttestedFile> Files, IReadOnlyList<string> Problems)
{
    /// <summary>The ref that holds the notes.</summary>
    public const string Ref = "refs/notes/ai";

    /// <summary>
    /// How many bytes of a note are worth reading. Of 10,685 real notes the largest had 3.2 MB, and nearly all of that is transcripts behind the part that is needed;
    /// a note cut here still gives its lines, and a problem.
    /// </summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Reading allocates at most 256 KiB and this many bytes for each byte of the note, whatever it holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerByte = 200;

    /// <summary>Reads a note; bytes behind <see cref="MaximumBytes"/> are left out.</summary>
    public static GitAiNote Parse(ReadOnlySpan<byte> utf8)
    {
        var problems = new List<string>();
        if (utf8.Length > MaximumBytes)
        {
            utf8 = utf8[..MaximumBytes];
            problems.Add($"the note is larger than {MaximumBytes >> 20} MB: only its start was read");
        }

        ReadOnlySpan<byte> metadata = AttestationReader.Read(utf8, problems, out List<ClaimedFile> claims);
        if (claims.Count == 0)
            return new GitAiNote([], problems);
        NoteMetadata agents = NoteMetadata.Read(metadata, problems);
        return new GitAiNote(claims.ConvertAll(c => c.Resolve(agents)), problems);
    }
}
