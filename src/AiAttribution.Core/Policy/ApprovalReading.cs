using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>What a file of approvals says. Nothing is left of the people in it.</summary>
/// <param name="Commits">For each person who approves the commit that was approved, full id; null where the form names none.</param>
/// <param name="Problem">Why nothing could be read; null when it could.</param>
internal sealed record ApprovalReading(IReadOnlyList<string?> Commits, InputProblem? Problem);

/// <summary>How many people approve a change.</summary>
/// <param name="Head">Those who approve its last commit.</param>
/// <param name="Earlier">Those who approved an earlier state, which does not count.</param>
internal sealed record ApprovalTally(int Head, int Earlier)
{
    /// <summary>The tally for people, one sentence with full stop.</summary>
    public string Sentence => $"{(Head == 1 ? "1 person approves" : $"{Head} people approve")} the last commit{(Earlier > 0 ? $"; {Earlier} approved another, which does not count" : "")}.";
}

/// <summary>What one person last said of a change.</summary>
/// <param name="Person">Key that tells people apart while the file is read; it goes nowhere.</param>
/// <param name="Approves">Whether it is an approval.</param>
/// <param name="Commit">Full id of the commit that it is about; null where the form names none.</param>
internal sealed record Vote(string Person, bool Approves, string? Commit);
