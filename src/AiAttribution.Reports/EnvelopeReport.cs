using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Reports;

/// <summary>Writes the envelope of a fleet: the figures of one build as JSON lines, one line a row of a table. It names no file, member or person.</summary>
internal static class EnvelopeReport
{
    /// <summary>Name of the file in a build; the tool names it by the digest of its bytes.</summary>
    public const string FileName = "AiAttribution.envelope" + EnvelopePack.Ending;

    /// <summary>The envelope as text; equal models give equal bytes.</summary>
    public static string Write(ReportModel report) => EnvelopeText.Of(new ReportEnvelope(report).Make());
}
