using System.Globalization;
using System.Xml;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests;

/// <summary>Reads JUnit XML. The format has no authority, so only what all its writers agree on is used: test cases and their <c>failure</c>, <c>error</c> and <c>skipped</c> children.</summary>
internal static class JUnitReader
{
    /// <summary>Reads one file.</summary>
    /// <param name="xml">The file's bytes.</param>
    public static TestRunReading Read(Stream xml)
    {
        using XmlReader reader = ReportXml.Open(xml);
        var run = new TestRunBuilder();
        try
        {
            while (reader.Next())
            {
                if (reader.NodeType != XmlNodeType.Element)
                    continue;
                if (reader.LocalName == "testsuite")
                    AddTimes(reader, run);
                else if (reader.LocalName == "testcase")
                    Count(reader, run);
            }

            return new TestRunReading(run.Build(), null);
        }
        catch (XmlException e)
        {
            return new TestRunReading(null, ReportXml.Problem(e));
        }
    }

    private static void AddTimes(XmlReader reader, TestRunBuilder run)
    {
        if (!DateTimeOffset.TryParse(reader.GetAttribute("timestamp"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset start))
            return;
        if (run.Start is null || start < run.Start)
            run.Start = start;
        const double mostSeconds = 1e7;
        if (!double.TryParse(reader.GetAttribute("time"), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) || seconds is not (>= 0 and < mostSeconds))
            return;
        var length = TimeSpan.FromSeconds(seconds);
        DateTimeOffset finish = DateTimeOffset.MaxValue - start < length ? DateTimeOffset.MaxValue : start.ToUniversalTime() + length;
        if (run.Finish is null || finish > run.Finish)
            run.Finish = finish;
    }

    private static void Count(XmlReader testCase, TestRunBuilder run)
    {
        bool failed = false;
        bool skipped = false;
        int depth = testCase.Depth;
        while (!testCase.IsEmptyElement && testCase.Next() && testCase.Depth > depth)
        {
            failed |= testCase is { NodeType: XmlNodeType.Element, LocalName: "failure" or "error" };
            skipped |= testCase is { NodeType: XmlNodeType.Element, LocalName: "skipped" };
        }

        if (failed)
            run.Failed();
        else if (skipped)
            run.Skipped();
        else
            run.Passed();
    }
}
