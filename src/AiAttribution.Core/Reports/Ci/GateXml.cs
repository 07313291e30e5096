using System.Globalization;
using System.Text;
using System.Xml;
using AiAttribution.Core.Reports.Gate;
using AiAttribution.Core.Reports.Model;

namespace AiAttribution.Core.Reports.Ci;

/// <summary>Writes <c>AiAttribution.gate.xml</c>: one JUnit test case per rule, so that a pipeline shows the gate among its tests.</summary>
public static class GateXml
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.gate.xml";

    private const int MostMembers = 100;

    /// <summary>The rules as text: a rule that blocks is a failure, one that cannot tell an error. Equal models give equal bytes.</summary>
    public static string Write(ReportModel report)
    {
        ReleaseGate gate = ReleaseGate.Of(report);
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
            WriteSuite(xml, report, gate);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteSuite(XmlWriter xml, ReportModel report, ReleaseGate gate)
    {
        bool unknown = gate.State == GateState.CannotTell;
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Safe($"AiAttribution {report.Subject}"));
        xml.WriteAttributeString("tests", Number(gate.Rules.Count));
        xml.WriteAttributeString("failures", Number(gate.Rules.Count(r => r.Blocks && r.Members.Count > 0)));
        xml.WriteAttributeString("errors", Number(unknown ? gate.Rules.Count(r => r.Blocks) : 0));
        foreach (GateRule rule in gate.Rules.OrderBy(r => r.Id, StringComparer.Ordinal))
            WriteCase(xml, report, rule, unknown ? gate.Sentence : null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportModel report, GateRule rule, string? unknown)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Safe($"AiAttribution.{report.Subject}"));
        xml.WriteAttributeString("name", $"{rule.Id} {rule.Title}");
        if (rule.Members.Count > 0)
        {
            xml.WriteStartElement(rule.Blocks ? "failure" : "system-out");
            if (rule.Blocks)
                xml.WriteAttributeString("message", Figures.Count(rule.Members.Count, "member"));
            xml.WriteString(Places(rule));
            xml.WriteEndElement();
        }
        else if (rule.Blocks && unknown is not null)
        {
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", unknown);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Places(GateRule rule)
    {
        var text = new StringBuilder();
        foreach (ReportMember member in rule.Members.Take(MostMembers))
            text.Append(Safe($"{member.Path}({member.Line},{member.Column}): {member.Name}")).Append('\n');
        if (rule.Members.Count > MostMembers)
            text.Append($"and {Figures.Number(rule.Members.Count - MostMembers)} more\n");
        return text.ToString();
    }

    /// <summary>Text without characters that XML 1.0 cannot hold.</summary>
    private static string Safe(string text)
    {
        string printable = Printable.Of(text);
        var safe = new StringBuilder(printable.Length);
        foreach (Rune rune in printable.EnumerateRunes())
            safe.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        return safe.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
