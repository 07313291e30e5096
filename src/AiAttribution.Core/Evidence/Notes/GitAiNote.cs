namespace AiAttribution.Core.Evidence.Notes;

/// <summary>A note of git-ai: which lines of the annotated commit an agent wrote, by the agent's own account.</summary>
/// <remarks>Reads schema <c>authorship/3.0.0</c>. The older JSON blobs under <c>refs/ai/authorship</c> (<c>authorship/0.0.1</c>) are not notes and are not read.</remarks>
/// <param name="Files">Files in the note's order; empty when the note attests nothing, which is no evidence of AI.</param>
/// <param name="Problems">What could not be read; the rest was.</param>
internal sealed record GitAiNote(IReadOnlyList<AttestedFile> Files, IReadOnlyList<string> Problems)
{
    /// <summary>The ref in which git-ai keeps them.</summary>
    public const string Ref = "refs/notes/ai";

    /// <summary>
    /// How many bytes of a note are worth reading. Of 10,685 real notes the largest had 3.2 MB, and nearly all of that is transcripts behind the part that is needed;
    /// a note cut here still gives its lines, and a problem.
    /// </summary>
    public const int MaximumBytes = 8 * 1024 * 1024;

    /// <summary>Reading allocates at most 256 KiB and this many bytes for each byte of the note, whatever it holds (a test holds it to that).</summary>
    public const int AllocatedBytesPerByte = 200;

    // Git joins as many notes as there were machines that annotated the commit.
    private const int MostJoined = 100;

    /// <summary>Whether what could not be read may name lines of any file: those that no readable part names are unknown.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Files of which some lines may be named by what could not be read.</summary>
    public IReadOnlySet<string> Gaps { get; private init; } = new HashSet<string>();

    /// <summary>Reads a note, or several of one commit that git joined; bytes behind <see cref="MaximumBytes"/> are left out.</summary>
    /// <param name="utf8">The note.</param>
    /// <param name="reference">The reference that holds it.</param>
    public static GitAiNote Parse(ReadOnlySpan<byte> utf8, string reference = Ref)
    {
        var problems = new List<string>();
        if (utf8.Length > MaximumBytes)
        {
            utf8 = utf8[..MaximumBytes];
            problems.Add($"the note is larger than {MaximumBytes >> 20} MB: only its start was read");
        }

        var said = new Attestation();
        var files = new Dictionary<string, AttestedFile>(StringComparer.Ordinal);
        if (SortedNote.Is(utf8))
            Add(files, SortedNote.Read(utf8, reference, problems, said));
        else
            ReadJoined(utf8, reference, problems, said, files);
        return new GitAiNote([.. files.Values], problems) { IsCut = said.IsCut, Gaps = said.Gaps };
    }

    private static void ReadJoined(ReadOnlySpan<byte> utf8, string reference, List<string> problems, Attestation said, Dictionary<string, AttestedFile> files)
    {
        for (int number = 1; number == 1 || !utf8.IsEmpty; number++)
        {
            if (number > MostJoined)
            {
                said.IsCut = true;
                problems.Add($"more than {MostJoined} notes of one commit were joined; the rest was not read");
                return;
            }

            var one = new Attestation();
            ReadOnlySpan<byte> json = AttestationReader.Read(utf8, problems, one);
            var agents = new NoteMetadata(reference);
            utf8 = agents.Read(json, out string? problem);
            Add(files, one.Files.Select(file => file.Resolve(agents)));
            said.IsCut |= one.IsCut;
            said.Gaps.UnionWith(one.Gaps);
            if (problem is null)
                continue;

            // Where the metadata ends is not known, and so is whether another note follows.
            said.IsCut |= utf8.IndexOf("\n---"u8) >= 0;
            if (one.Files.Count > 0 || said.IsCut)
                problems.Add(problem);
            return;
        }
    }

    private static void Add(Dictionary<string, AttestedFile> files, IEnumerable<AttestedFile> added)
    {
        foreach (AttestedFile file in added)
            files[file.Path] = files.TryGetValue(file.Path, out AttestedFile? held) ? file with { Ranges = AttestedFile.Unite(held.Ranges, file.Ranges) } : file;
    }
}
