using System.Text.Json;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Reports.Json;

/// <summary>Writes what rules found, and the policy's waivers.</summary>
internal static class JsonRules
{
    /// <summary>Writes the properties <c>rules</c> and <c>waivers</c>.</summary>
    /// <param name="json">Stands in an object.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="verdicts">What its rules found.</param>
    /// <param name="today">The day that decides over waivers.</param>
    public static void Write(Utf8JsonWriter json, AttributionPolicy policy, IReadOnlyList<RuleVerdict> verdicts, DateOnly today)
    {
        json.WriteList("rules", verdicts, (w, verdict) => WriteRule(w, new GateRule(verdict, today), policy));
        json.WriteList("waivers", policy.Waivers, (w, waiver) => WriteWaiver(w, waiver, today));
    }

    /// <summary>Writes the property <c>judgedBy</c>: by what a range was judged and what it changes about that; null without a range.</summary>
    public static void Write(Utf8JsonWriter json, JudgedRange? judged)
    {
        if (judged is null)
        {
            json.WriteNull("judgedBy");
            return;
        }

        json.WriteStartObject("judgedBy");
        json.WriteString("base", judged.Base);
        json.WriteString("note", judged.Note);
        json.WriteList("changes", judged.Changes, WriteChange);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>leftOut</c>: AI lines that no rule about members judges, by reason; null when nobody looked.</summary>
    public static void Write(Utf8JsonWriter json, LeftOutTally? tally)
    {
        if (tally is null)
        {
            json.WriteNull("leftOut");
            return;
        }

        json.WriteStartObject("leftOut");
        json.WriteNumber("of", tally.Total);
        json.WriteStartObject("lines");
        foreach ((LeftOut reason, int lines) in tally.Lines)
            json.WriteNumber(LeftOutWords.Reasons.Of(reason), lines);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>approvals</c>: numbers of people; null when no approvals were given.</summary>
    public static void Write(Utf8JsonWriter json, ApprovalTally? tally)
    {
        if (tally is null)
        {
            json.WriteNull("approvals");
            return;
        }

        json.WriteStartObject("approvals");
        json.WriteNumber("head", tally.Head);
        json.WriteNumber("earlier", tally.Earlier);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, GateChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.KindText);
        json.WriteString("path", change.Path);
        json.WriteNumber("line", change.Line);
        json.WriteString("message", change.Message);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>gate</c>.</summary>
    /// <param name="json">Stands in an object.</param>
    /// <param name="gate">The answer.</param>
    public static void Write(Utf8JsonWriter json, ReleaseGate gate)
    {
        json.WriteStartObject("gate");
        json.WriteString("state", GateWords.Of(gate.State));
        json.WriteBoolean("fails", gate.Fails);
        json.WriteString("sentence", gate.Sentence);
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, GateRule gate, AttributionPolicy policy)
    {
        PolicyRule rule = gate.Rule;
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("code", rule.Require.Code);
        json.WriteString("requires", rule.Require.Text);
        json.WriteString("severity", RuleWords.Of(rule.Severity));
        json.WriteString("unknown", rule.FailsOnUnknown ? "fail" : "warn");
        json.WriteBoolean("isDefault", rule.IsDefault);
        json.WriteNumber("line", rule.Line);
        json.WriteNumber("column", rule.Column);
        json.WriteNumber("judged", gate.Verdict.Judged);
        json.WriteString("nothing", gate.Verdict.Nothing);
        json.WriteString("outcome", RuleWords.Of(gate.Verdict.Outcome(gate.Today)));
        json.WriteString("answer", GateWords.Of(gate.Answer));
        json.WriteBoolean("fails", gate.Fails);
        json.WriteList("findings", gate.Verdict.Findings, (w, finding) => WriteFinding(w, gate, finding, policy));
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, GateRule gate, RuleFinding finding, AttributionPolicy policy)
    {
        json.WriteStartObject();
        json.WriteString("kind", RuleWords.Of(finding.Kind));
        json.WriteString("code", RuleCodes.Of(gate.Rule, finding));
        json.WriteString("severity", RuleWords.Of(gate.Verdict.SeverityOf(finding)));
        json.WriteString("path", finding.Place.Path);
        json.WriteNumber("line", finding.Place.Line);
        json.WriteNumber("column", finding.Place.Column);
        json.WriteString("commit", finding.Place.Commit);
        json.WriteString("member", finding.Place.Member);
        json.WriteString("message", finding.Told(gate.Today));
        json.WriteBoolean("counts", finding.Counts(gate.Today));
        if (finding.Waiver is { } waiver)
            json.WriteNumber("waiver", policy.Waivers.ToList().IndexOf(waiver));
        else
            json.WriteNull("waiver");
        json.WriteEndObject();
    }

    private static void WriteWaiver(Utf8JsonWriter json, Waiver waiver, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("rule", waiver.Rule);
        json.WriteString("file", waiver.File);
        json.WriteNumber("line", waiver.Line);
        json.WriteList("paths", waiver.Paths, (w, glob) => w.WriteStringValue(glob.Pattern));
        json.WriteList("members", waiver.Members, (w, glob) => w.WriteStringValue(glob.Pattern));
        json.WriteList("commits", waiver.Commits, (w, id) => w.WriteStringValue(id));
        json.WriteList("lines", waiver.Lines, WriteLines);
        json.WriteString("owner", waiver.Owner);
        json.WriteString("reason", waiver.Reason);
        json.WriteString("expires", waiver.ExpiresText);
        json.WriteBoolean("expired", waiver.IsExpired(today));
        json.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter json, WaivedLines lines)
    {
        json.WriteStartObject();
        json.WriteString("path", lines.Path);
        json.WriteNumber("first", lines.First);
        json.WriteNumber("last", lines.Last);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>suppressions</c>.</summary>
    /// <param name="json">Stands in an object.</param>
    /// <param name="suppressions">Attributes in the code.</param>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CodeSuppression> suppressions) => json.WriteList("suppressions", suppressions, (w, suppression) =>
    {
        w.WriteStartObject();
        w.WriteString("code", suppression.Code);
        w.WriteString("path", suppression.Path);
        w.WriteNumber("line", suppression.Line);
        w.WriteString("justification", suppression.Justification);
        w.WriteBoolean("isWaiver", suppression.Waiver is not null);
        w.WriteList("lines", suppression.Lines, WriteLines);
        w.WriteEndObject();
    });
}
