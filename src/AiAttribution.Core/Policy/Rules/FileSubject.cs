using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Policy.Rules;

/// <summary>Lines of a file, as rules ask for them.</summary>
/// <param name="Path">Path from the repository root, with <c>/</c>.</param>
/// <param name="Total">All lines.</param>
/// <param name="Unknown">Lines of which nothing is known.</param>
/// <param name="IsTest">Whether it is test code.</param>
internal sealed record FileSubject(string Path, int Total, int Unknown, bool IsTest)
{
    /// <summary>AI lines that are judged: those of the baseline are left out.</summary>
    public IReadOnlyList<AiLine> Ai { get; init; } = [];

    /// <summary>Lines that merges with AI evidence brought to it; merges are not judged.</summary>
    public int Merged { get; init; }

    /// <summary>Whether tests were measured on this text.</summary>
    public FileMeasurement Measurement { get; init; }

    /// <summary>Why no rule about members judges them, for each AI line and each line of a merge.</summary>
    /// <param name="judged">Which AI lines are meant.</param>
    public IEnumerable<LeftOut> Reasons(Func<AiLine, bool> judged) =>
        Ai.Where(judged).Select(l => l.LeftOut).Concat(Enumerable.Repeat(LeftOut.Merge, Merged));
}

/// <summary>An AI line.</summary>
/// <param name="Number">Number, 1-based.</param>
/// <param name="Commit">Full id of its commit.</param>
/// <param name="Coverage">What tests say of it.</param>
/// <param name="IsWeak">Whether its evidence is no better than weak.</param>
internal readonly record struct AiLine(int Number, string Commit, LineCoverage Coverage, bool IsWeak)
{
    /// <summary>Why no rule about members judges it.</summary>
    public LeftOut LeftOut { get; init; }
}
