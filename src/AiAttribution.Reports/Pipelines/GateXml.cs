using System.Globalization;
using System.Text;
using System.Xml;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Pipelines;

/// <summary>Writes <c>AiAttribution.gate.xml</c>: one JUnit test case per rule, so that a pipeline shows the gate among its tests.</summary>
internal static class GateXml
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.gate.xml";

    private const int MostFindings = 100;

    /// <summary>The rules as text: a rule that fails is a failure, or an error when it cannot be told; one that cannot be told and need not be is skipped. Equal models give equal bytes.</summary>
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
        bool nothing = report.Commit is null;
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Safe($"AiAttribution {report.Subject}"));
        xml.WriteAttributeString("tests", Number(nothing ? 1 : gate.Rules.Count));
        xml.WriteAttributeString("failures", Number(gate.Rules.Count(r => r.Answer == GateAnswer.Failed)));
        xml.WriteAttributeString("errors", Number(nothing ? 1 : gate.Rules.Count(r => r.Fails && r.Answer != GateAnswer.Failed)));
        xml.WriteAttributeString("skipped", Number(gate.Rules.Count(IsSkipped)));
        if (nothing)
            WriteCase(xml, report, "attribution", () => WriteAnswer(xml, "error", gate.Sentence, ""));
        foreach (GateRule rule in gate.Rules)
            WriteCase(xml, report, $"{rule.Rule.Id} ({rule.Rule.Require.Code}): {rule.Rule.Require.Text}", () => WriteRule(xml, rule));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ReportModel report, string name, Action write)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Safe($"AiAttribution.{report.Subject}"));
        xml.WriteAttributeString("name", Safe(name));
        write();
        xml.WriteEndElement();
    }

    private static void WriteRule(XmlWriter xml, GateRule rule)
    {
        if (rule.Answer == GateAnswer.Failed)
            WriteAnswer(xml, "failure", Figures.Count(rule.Open.Count, "finding"), Findings(rule, rule.Open));
        else if (rule.Answer == GateAnswer.CannotTell)
            WriteAnswer(xml, IsSkipped(rule) ? "skipped" : "error", "cannot tell", Findings(rule, rule.Open));
        else if (rule.Open.Count + rule.Waived.Count > 0)
            WriteAnswer(xml, "system-out", null, Findings(rule, rule.Open) + string.Concat(Findings(rule, rule.Waived).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"waived: {line}\n")));
    }

    private static void WriteAnswer(XmlWriter xml, string element, string? message, string text)
    {
        xml.WriteStartElement(element);
        if (message is not null)
            xml.WriteAttributeString("message", Safe(message));
        if (text.Length > 0)
            xml.WriteString(text);
        xml.WriteEndElement();
    }

    private static bool IsSkipped(GateRule rule) => rule is { Answer: GateAnswer.CannotTell, Fails: false };

    private static string Findings(GateRule rule, IReadOnlyList<RuleFinding> findings)
    {
        var text = new StringBuilder();
        foreach (RuleFinding finding in findings.Take(MostFindings))
        {
            string place = finding.Place is { Path: { } path } at ? at.Column > 0 ? $"{path}({at.Line},{at.Column}): " : $"{path}({at.Line}): " : "";
            text.Append(Safe($"{place}{RuleCodes.Of(rule.Rule, finding)}: {finding.Told(rule.Today)}")).Append('\n');
        }

        if (findings.Count > MostFindings)
            text.Append($"and {Figures.Number(findings.Count - MostFindings)} more\n");
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
