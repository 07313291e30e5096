using System.Security.Cryptography;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Model;
using AiAttribution.Engine.Repository;
using AiAttribution.Reports;
using AiAttribution.Reports.Statements;

namespace AiAttribution.Cli.Verbs.Report;

/// <summary>What to report.</summary>
/// <param name="Collect">What to collect.</param>
/// <param name="Range">Two releases to compare; null for the files on disk.</param>
/// <param name="Folder">Folder for the files, as the user gave it; null for the screen.</param>
/// <param name="Formats">Forms to write; none when only the pipeline is told.</param>
/// <param name="Ci">Whether the system that runs the build is told.</param>
internal sealed record ReportRequest(CollectOptions Collect, string? Range, string? Folder, IReadOnlyList<ReportFormat> Formats, bool Ci)
{
    /// <summary>Coverage of the earlier end of the range; null for none.</summary>
    public IReadOnlyList<string>? CoverageBefore { get; init; }

    /// <summary>Full paths of files that were built from the commit.</summary>
    public IReadOnlyList<string> Artifacts { get; init; } = [];

    /// <summary>Signs the statements; null when they are not to be signed.</summary>
    public ECDsa? Sign { get; init; }

    /// <summary>A form as it is written: a statement in its envelope, where one signs.</summary>
    public string Write(ReportFormat format, ReportModel report) => Sign is { } key && format.IsStatement
        ? SignedForm.Write(format.Write(report), VerifyingKey.Of(key).Id, bytes => key.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
        : format.Write(report);
}
