using AiAttribution.Core.Sessions.Ledger;

namespace AiAttribution.Core.Members;

/// <summary>A member with AI lines, judged.</summary>
/// <param name="Name">Display name such as <c>Calc.Add(int, int)</c>.</param>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Line">Line of its identifier, 1-based.</param>
/// <param name="Column">Column of its identifier, 1-based.</param>
/// <param name="Verdict">What is known of it, and what follows.</param>
internal sealed record MemberRecord(string Name, string Path, int Line, int Column, MemberVerdict Verdict)
{
    /// <summary>Number of tests that call it. It says that they refer to it, not that they ran, and is never part of what is tested.</summary>
    public int LinkedDirectly { get; init; }

    /// <summary>Number of coverage reports that measured other code, when none names its file.</summary>
    public int ReportsOfOthers { get; init; }

    /// <summary>Number of further tests that call a method which calls it.</summary>
    public int LinkedByOneHop { get; init; }

    /// <summary>Whether all tests that refer to it were written by the AI session that wrote its AI lines; null when that is not known.</summary>
    public bool? SameSession { get; init; }

    /// <summary>What its AI lines bear (see <see cref="TokenLedger.Rule"/>); null when no session is recorded for the commits they come from.</summary>
    public TokenCost? Tokens { get; init; }

    /// <summary>Commits that its AI lines come from, in the order of ids.</summary>
    public IReadOnlyList<LineOrigin> Origins { get; init; } = [];

    /// <summary>A hash of its code lines without white space, to see whether it changed; null when not known.</summary>
    public string? TextHash { get; init; }
}

/// <summary>A commit that lines of a member come from.</summary>
/// <param name="Commit">Full id.</param>
/// <param name="Lines">Number of AI lines among the member's code lines that come from it.</param>
internal sealed record LineOrigin(string Commit, int Lines);
