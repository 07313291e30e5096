using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;

namespace AiAttribution.Git.Scanning.Originals;

/// <summary>A commit that was squashed, and what it says of lines that it made. One object stands for one answer.</summary>
/// <param name="commit">Its full id.</param>
/// <param name="state">State of the lines.</param>
/// <param name="evidence">Statements on them, strongest first.</param>
internal sealed class Original(string commit, LineState state, IReadOnlyList<EvidenceStatement> evidence)
{
    public string Commit => commit;

    public LineState State => state;

    public IReadOnlyList<EvidenceStatement> Evidence => evidence;

    /// <summary>Whether both say the same, be it of another copy of the commit.</summary>
    public static bool AreSame(Original? one, Original? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.State == other.State && one.Evidence.SequenceEqual(other.Evidence));
}
