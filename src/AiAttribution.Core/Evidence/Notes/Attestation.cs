namespace AiAttribution.Core.Evidence.Notes;

/// <summary>The first section of a git-ai note as it is written, and what of it could not be read.</summary>
internal sealed class Attestation
{
    /// <summary>Files in the order of the note.</summary>
    public List<ClaimedFile> Files { get; } = [];

    /// <summary>Whether what could not be read may name lines of any file.</summary>
    public bool IsCut { get; set; }

    /// <summary>Files of which an entry could not be read.</summary>
    public HashSet<string> Gaps { get; } = new(StringComparer.Ordinal);
}
