using System.Globalization;
using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests;

/// <summary>Reads TRX, the result file of <c>dotnet test --logger trx</c> and <c>--report-trx</c>.</summary>
/// <remarks>The counters of its summary say 0 not executed where tests were skipped, so results are counted one by one.</remarks>
internal static class TrxReader
{
    /// <summary>Reads one file.</summary>
    public static TestRunReading Read(Stream xml)
    {
        using XmlReader reader = ReportXml.Open(xml);
        var run = new TestRunBuilder();
        try
        {
            while (reader.Next())
            {
                if (reader.NodeType == XmlNodeType.Element)
                    ReadElement(reader, run);
            }

            return new TestRunReading(run.Build(), null);
        }
        catch (XmlException e)
        {
            return new TestRunReading(null, ReportXml.Problem(e));
        }
    }

    private static void ReadElement(XmlReader reader, TestRunBuilder run)
    {
        switch (reader.LocalName)
        {
            case "Times":
                run.Start = Time(reader.GetAttribute("start"));
                run.Finish = Time(reader.GetAttribute("finish"));
                break;
            case "Deployment":
                run.AttachmentFolder = reader.GetAttribute("runDeploymentRoot");
                break;
            case "UnitTestResult":
                Count(reader.GetAttribute("outcome"), run);
                break;
            case "ResultSummary":
                run.IsBroken = reader.GetAttribute("outcome") is "Failed" or "Aborted" or "Error" or "Timeout";
                break;
            case "A" when reader.GetAttribute("href") is { Length: > 0 } file:
                run.Attachments.Add(file.Replace('\\', '/'));
                break;
        }
    }

    /// <summary>Words of the schema <c>vstst:TestOutcome</c>. A result without one passed in a run of an ordered test, or is an inner result.</summary>
    private static void Count(string? outcome, TestRunBuilder run)
    {
        if (outcome is "Passed" or "PassedButRunAborted" or "Warning" or "Completed")
            run.Passed();
        else if (outcome is "Failed" or "Error" or "Timeout" or "Aborted" or "Disconnected")
            run.Failed();
        else
            run.Skipped();
    }

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
