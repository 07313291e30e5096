using AiAttribution.Core.Model;

namespace AiAttribution.Reports;

/// <summary>One form that a report is written in.</summary>
/// <param name="Name">The word that asks for it, such as <c>html</c>.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Write">The report as text with LF line ends; equal models give equal text.</param>
internal sealed record ReportFormat(string Name, string FileName, Func<ReportModel, string> Write)
{
    /// <summary>Whether it tells of two releases, so that a report of one commit has nothing for it.</summary>
    public bool NeedsRange { get; init; }

    /// <summary>Whether it tells of one commit, so that a comparison of two releases has nothing for it.</summary>
    public bool IsOfOneCommit { get; init; }

    /// <summary>Whether the file is the text in gzip.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Whether it speaks of artifacts by their digests, so that a build can write it only after them.</summary>
    public bool NeedsArtifacts { get; init; }

    /// <summary>Whether it tells others of a commit, or of what was built from it: by what git has, and never by what this machine alone knows of lines that are not committed.</summary>
    public bool IsForOthers => IsOfOneCommit || NeedsArtifacts;

    /// <summary>Whether it is an in-toto statement, which can be signed.</summary>
    public bool IsStatement { get; init; }
}
