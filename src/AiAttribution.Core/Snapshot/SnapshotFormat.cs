using AiAttribution.Core.Deployments;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests;

namespace AiAttribution.Core.Snapshot;

/// <summary>The words of the snapshot format, shared by reader and writer.</summary>
/// <remarks>
/// One record a line: a word, then <c>key=value</c> fields or runs. Readers pass over words and keys they do not know.
/// <code>
/// AiAttribution.snapshot 2
/// policy share=0.5 lines=5 grace=14
/// source grade=declared agent=claude-code model=m session=claude:s1 commit=0123456789ab deployed=none
/// file lines=29 tests=measured path=Billing/Invoice.cs
/// file lines=12 tests=unmeasured searched=Shop.Tests path=Shipping.cs     the test assemblies of which no test refers to lines with n
/// marks o12 a14:0 u3                 12 other, 14 of source 0, 3 unknown
/// coverage .12 +10 -4 ?3             not executable, executed, not executed, unknown; l linked, p partial, f failed run, s stale, m unmeasured
///                                    n unmeasured, and no test refers to the member
/// hashes BASE64                      32 bits a line, little-endian
/// end 1                              number of files
/// </code>
/// </remarks>
internal static class SnapshotFormat
{
    public const string Header = "AiAttribution.snapshot 2";
    public const string Policy = "policy";
    public const string Source = "source";
    public const string File = "file";
    public const string Marks = "marks";
    public const string Coverage = "coverage";
    public const string Hashes = "hashes";
    public const string End = "end";
    public const string Searched = "searched";
    public const char SearchedSeparator = ',';
    public const string TokensPrefix = "tokens.";
    public const string Cost = "cost";
    public const string CostFormat = "0.######";

    public const char OtherMark = 'o';
    public const char UnknownMark = 'u';
    public const char AiMark = 'a';

    /// <summary>Letter of each <see cref="LineCoverage"/>, by its value.</summary>
    public const string CoverageLetters = "?.-+lpfsmn";

    /// <summary>Word of each <see cref="EvidenceGrade"/>, by its value.</summary>
    public static readonly string[] Grades = ["", "weak", "declared", "lines"];

    /// <summary>Word of each <see cref="DeploymentTrail"/>, by its value.</summary>
    public static readonly string[] Deployments = ["unknown", "none", "pending", "rolledback", "deployed"];

    /// <summary>Word of each <see cref="FileMeasurement"/>, by its value.</summary>
    public static readonly string[] Measurements = ["unmeasured", "measured", "stale"];
}
