using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AiAttribution.Testing.Files;

/// <summary>The figures that each form of one report tells, read out of the written files, so that two forms can be held against each other.</summary>
public sealed partial class FormFigures
{
    private readonly List<(string Figure, string Form, string Value)> _all = [];
    private readonly IReadOnlyDictionary<string, string> _files;

    /// <param name="files">Texts of the forms by file name, as <c>report --format all</c> writes them.</param>
    public FormFigures(IReadOnlyDictionary<string, string> files)
    {
        _files = files;
        Read("AiAttribution.json", text => Report(Json(text)));
        Read("AiAttribution.facts.jsonl", Facts);
        Read("AiAttribution.intoto.json", text => Statement(Json(text).GetProperty("predicate")));
        Read("AiAttribution.test-result.intoto.json", text => TestResult(Json(text).GetProperty("predicate")));
        Read("AiAttribution.cdx.json", text => CycloneDx(Json(text)));
        Read("AiAttribution.sarif", text => Add("gate", Json(text).GetProperty("runs")[0].GetProperty("properties").GetProperty("gate").GetString()!));
        Read("AiAttribution.gate.xml", Gate);
        Read("AiAttribution.csv", Csv);
        Read("AiAttribution.md", text => Page(text, MarkdownRows(text)));
        Read("AiAttribution.html", text => Page(Plain(text), HtmlRows(text)));
        Read("AiAttribution.delta.json", text => Delta(Json(text)));
        Read("AiAttribution.delta.md", text => Comment(MarkdownRows(text), text));
        Read("AiAttribution.monthly.csv", Months);
        Read("outcomes.json", text => Add(FormOutcomes.Of(Json(text).GetProperty("weeks").EnumerateArray())));
        Read("outcomes.csv", text => Add(FormOutcomes.OfSheet(text)));
        Read("outcomes.md", text => Add(FormOutcomes.Of(MarkdownRows(text))));
    }

    private string _form = "";

    /// <summary>Names of the figures that at least two forms tell.</summary>
    public IReadOnlyList<string> Compared => [.. Shared().Select(g => g.Key).Order(StringComparer.Ordinal)];

    /// <summary>One sentence for each figure that two forms tell differently.</summary>
    public IReadOnlyList<string> Differences => [.. Shared()
        .Where(g => g.Select(f => f.Value).Distinct().Count() > 1)
        .Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => $"{f.Form.Replace("AiAttribution.", "", StringComparison.Ordinal)} {f.Value}"))}")];

    private IEnumerable<IGrouping<string, (string Figure, string Form, string Value)>> Shared() =>
        _all.Distinct().GroupBy(f => f.Figure).Where(g => g.Select(f => f.Form).Distinct().Count() > 1);

    private void Read(string file, Action<string> read)
    {
        _form = file;
        if (_files.TryGetValue(file, out string? text))
            read(text);
    }

    private void Add(string figure, string value) => _all.Add((figure, _form, value));

    private void Add(string figure, decimal value) => Add(figure, value.ToString("0.####", CultureInfo.InvariantCulture));

    private void Add(IEnumerable<(string Figure, string Value)> figures)
    {
        foreach ((string figure, string value) in figures)
            Add(figure, value);
    }

    private void Report(JsonElement report)
    {
        if (report.GetProperty("outcomes") is { ValueKind: JsonValueKind.Object } outcomes)
            Add(FormOutcomes.Of(outcomes.GetProperty("weeks").EnumerateArray()));
        JsonElement lines = report.GetProperty("lines");
        foreach (string state in new[] { "total", "ai", "other", "unknown" })
            Add($"lines {state}", lines.GetProperty(state).GetDecimal());
        Add("lines in part", lines.GetProperty("unknownByCause").GetProperty("inPart").GetDecimal());
        if (Sum(lines, "total") is > 0 and var total)
            Add("lines known", Known(Sum(lines, "unknown"), total));
        Members([.. report.GetProperty("members").EnumerateArray().Where(m => m.GetProperty("aiHeavy").GetBoolean()).Select(m => (m.GetProperty("test").GetString()!, m.GetProperty("deployment").GetString()!, 1))]);
        Add("gate", report.GetProperty("gate").GetProperty("state").GetString()!);
        foreach (JsonElement rule in report.GetProperty("rules").EnumerateArray())
        {
            Add($"rule {rule.GetProperty("id").GetString()} answer", rule.GetProperty("answer").GetString()!);
            Add($"rule {rule.GetProperty("id").GetString()} fails", rule.GetProperty("fails").ToString());
            Add($"rule {rule.GetProperty("id").GetString()} judged", rule.GetProperty("judged").GetDecimal());
        }

        if (report.GetProperty("evidence") is { ValueKind: JsonValueKind.Object } evidence)
            Add("AI commits", evidence.GetProperty("aiCommits").GetDecimal());
        if (report.GetProperty("tokens") is { ValueKind: JsonValueKind.Object } tokens)
            Add("tokens", tokens.GetProperty("history").GetProperty("total").GetDecimal());
        if (report.GetProperty("survival") is not { ValueKind: JsonValueKind.Object } survival)
            return;
        foreach (string state in new[] { "ai", "other" })
            Lives(state, survival.GetProperty(state));
    }

    private void Lives(string state, JsonElement lives)
    {
        Add($"survival {state} landed", lives.GetProperty("lines").GetDecimal());
        Add($"survival {state} alive", lives.GetProperty("alive").GetDecimal());
        foreach (JsonElement window in lives.GetProperty("windows").EnumerateArray().Where(w => w.GetProperty("gone").ValueKind == JsonValueKind.Number))
            Gone(state, window);
    }

    /// <summary>Four digits that end in 5 can be rounded to three either way.</summary>
    private void Gone(string state, JsonElement window)
    {
        decimal gone = window.GetProperty("gone").GetDecimal();
        if (gone * 10_000 % 10 != 5)
            Add($"survival {state} gone {window.GetProperty("days")}", Percent(gone));
    }

    private void Facts(string text)
    {
        JsonElement[] rows = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Json)];
        foreach (JsonElement row in Of("lines"))
        {
            decimal ai = Sum(row, "aiByNote", "aiDeclared", "aiWeak"), unknown = Sum(row, "historyMissing", "notCommitted", "inPart");
            Add("lines ai", ai);
            Add("lines other", Sum(row, "other"));
            Add("lines unknown", unknown);
            Add("lines in part", Sum(row, "inPart"));
            Add("lines total", Sum(row, "total"));
            if (Sum(row, "total") is > 0 and var total)
                Add("lines known", Known(unknown, total));
        }

        Members([.. Of("members").Select(r => (r.GetProperty("tests").GetString()!, r.GetProperty("deployment").GetString()!, r.GetProperty("aiHeavy").GetInt32()))]);
        foreach (JsonElement row in Of("gate"))
            Add("gate", row.GetProperty("state").GetString()!);
        foreach (JsonElement row in Of("rule"))
        {
            Add($"rule {row.GetProperty("rule").GetString()} answer", row.GetProperty("answer").GetString()!);
            Add($"rule {row.GetProperty("rule").GetString()} judged", row.GetProperty("judged").GetDecimal());
        }

        foreach (JsonElement row in Of("survival"))
        {
            string state = row.GetProperty("state").GetString()!;
            Add($"survival {state} landed", row.GetProperty("landed").GetDecimal());
            Add($"survival {state} alive", row.GetProperty("alive").GetDecimal());
            if (row.GetProperty("gone").ValueKind == JsonValueKind.Number)
                Gone(state, row);
        }

        foreach (JsonElement row in Of("cost").Where(r => r.GetProperty("usd").ValueKind == JsonValueKind.Number))
            Add($"cost {row.GetProperty("month").GetString()}", row.GetProperty("usd").GetDecimal());
        Add(FormOutcomes.Of(Of("outcomes")));

        IEnumerable<JsonElement> Of(string fact) => rows.Where(r => r.GetProperty("fact").GetString() == fact);
    }

    private void Members((string Test, string Deployment, int Count)[] heavy)
    {
        Add("AI-heavy members", heavy.Sum(m => m.Count));
        foreach (IGrouping<string, (string Test, string Deployment, int Count)> trail in heavy.GroupBy(m => m.Test))
            Add($"AI-heavy members {trail.Key}", trail.Sum(m => m.Count));
        foreach (IGrouping<string, (string Test, string Deployment, int Count)> trail in heavy.GroupBy(m => m.Deployment))
            Add($"AI-heavy members {trail.Key} (deployment)", trail.Sum(m => m.Count));
    }

    private void Statement(JsonElement predicate)
    {
        foreach (string state in new[] { "total", "ai", "other", "unknown" })
            Add($"lines {state}", predicate.GetProperty("lines").GetProperty(state).GetDecimal());
        JsonElement heavy = predicate.GetProperty("aiHeavyMembers");
        Add("AI-heavy members", heavy.GetProperty("total").GetDecimal());
        foreach (JsonProperty trail in heavy.GetProperty("tests").EnumerateObject().Where(t => t.Value.GetInt32() > 0))
            Add($"AI-heavy members {trail.Name}", trail.Value.GetDecimal());
        foreach (JsonProperty trail in heavy.GetProperty("deployments").EnumerateObject().Where(t => t.Value.GetInt32() > 0))
            Add($"AI-heavy members {trail.Name} (deployment)", trail.Value.GetDecimal());
        Add("gate", predicate.GetProperty("gate").GetProperty("state").GetString()!);
        foreach (JsonElement rule in predicate.GetProperty("gate").GetProperty("rules").EnumerateArray())
            Add($"rule {rule.GetProperty("id").GetString()} answer", rule.GetProperty("answer").GetString()!);
        Add("AI commits", predicate.GetProperty("evidence").GetProperty("aiCommits").GetDecimal());
    }

    private void TestResult(JsonElement predicate)
    {
        foreach (string list in new[] { "passedTests", "warnedTests", "failedTests" })
        {
            foreach (JsonElement rule in predicate.GetProperty(list).EnumerateArray())
                Add($"rule {rule.GetString()} fails", (list == "failedTests").ToString());
        }
    }

    private void CycloneDx(JsonElement document)
    {
        foreach (JsonElement property in document.GetProperty("metadata").GetProperty("component").GetProperty("properties").EnumerateArray())
        {
            string name = property.GetProperty("name").GetString()!["aiattribution:".Length..];
            string value = property.GetProperty("value").GetString()!;
            if (name == "gate")
                Add("gate", value);
            else if (name is "lines:total" or "lines:ai" or "lines:other" or "lines:unknown")
                Add(name.Replace(':', ' '), value);
            else if (name == "members:heavy")
                Add("AI-heavy members", value);
            else if (name.StartsWith("members:heavy:tests:", StringComparison.Ordinal) && value != "0")
                Add($"AI-heavy members {name[20..].Replace('-', ' ')}", value);
            else if (name.StartsWith("members:heavy:deployment:", StringComparison.Ordinal) && value != "0")
                Add($"AI-heavy members {name[25..].Replace('-', ' ')} (deployment)", value);
        }
    }

    private void Gate(string text)
    {
        foreach (XElement rule in XDocument.Parse(text).Descendants("testcase").Where(c => c.Attribute("name")!.Value.Contains(" (", StringComparison.Ordinal)))
            Add($"rule {rule.Attribute("name")!.Value.Split(" (")[0]} fails", (rule.Element("failure") is not null || rule.Element("error") is not null).ToString());
    }

    private void Csv(string text)
    {
        string[] head = text.Split('\n')[0].Split(',');
        (string, string, int)[] heavy = [.. text.Split('\n').Skip(1).Select(line => CsvCell().Matches(line).Select(m => m.Groups[1].Value.Trim('"')).ToArray()).Where(c => c.Length == head.Length && Cell(c, "ai_heavy") == "yes").Select(c => (Cell(c, "tests"), Cell(c, "deployment"), 1))];
        Members(heavy);

        string Cell(string[] cells, string name) => cells[Array.IndexOf(head, name)];
    }

    /// <summary>What page and Markdown tell in tables and in their first sentences.</summary>
    private void Page(string text, IReadOnlyList<string[]> rows)
    {
        foreach (string[] row in rows.Where(r => r.Length == 7 && r[0] is "AI" or "other" or "other: no AI evidence"))
        {
            string state = row[0] == "AI" ? "ai" : "other";
            Add($"survival {state} landed", Number(row[1]));
            Add($"survival {state} alive", Number(row[6]));
            foreach ((string days, string cell) in new[] { ("14", row[3]), ("30", row[4]) }.Where(c => c.Item2.EndsWith('%')))
                Add($"survival {state} gone {days}", cell);
        }

        string[][] states = [.. rows.Where(r => r.Length == 3 && r[2].EndsWith('%'))];
        if (states.FirstOrDefault(r => r[0].StartsWith("other: ", StringComparison.Ordinal)) is { } other)
            Add("lines other", Number(other[1]));
        if (states.FirstOrDefault(r => r[0].StartsWith("AI in part", StringComparison.Ordinal)) is { } part)
            Add("lines in part", Number(part[1]));
        if (states.Any(r => r[0].StartsWith("AI, ", StringComparison.Ordinal)))
            Add("lines ai", states.Where(r => r[0].StartsWith("AI, ", StringComparison.Ordinal) && !r[0].Contains("baseline", StringComparison.Ordinal)).DistinctBy(r => r[0]).Sum(r => decimal.Parse(Number(r[1]), CultureInfo.InvariantCulture)));
        if (AllLines().Match(text) is { Success: true } all)
            Add("lines total", Number(all.Groups[1].Value));
        if (KnownLines().Match(text) is { Success: true } known)
            Add("lines known", known.Groups[1].Value);
        if (HeavyMembers().Match(text) is { Success: true } heavy)
            Add("AI-heavy members", Number(heavy.Groups[1].Value + heavy.Groups[2].Value));
        if (AiCommits().Match(text) is { Success: true } commits)
            Add("AI commits", Number(commits.Groups[1].Value));
        if (GateWord().Match(text) is { Success: true } gate)
            Add("gate", gate.Groups[1].Value);
        if (Tokens().Match(text) is { Success: true } tokens)
        {
            Add("cost in words", tokens.Groups[1].Value);
            Add("tokens", Number(tokens.Groups[2].Value));
        }

        Add(FormOutcomes.Of(rows));
        Rules(rows);
    }

    private void Rules(IReadOnlyList<string[]> rows)
    {
        foreach (string[] row in rows.Where(r => r.Length == 7 && r[3] is "error" or "warning"))
        {
            bool isMarkdown = row[1].StartsWith('`');
            string id = isMarkdown ? row[1].Trim('`') : row[0].Split(' ')[0];
            string answer = isMarkdown ? row[0] : row[1] switch { "✓ holds" => "passed", "✕ fails" => "failed", "? cannot tell" => "cannot tell", var other => other.TrimStart('✓', '✕', '?', '!', '–', ' ') };
            Add($"rule {id} judged", Number(row[4]));
            if (answer is "passed" or "failed" or "cannot tell")
                Add($"rule {id} answer", answer);
        }
    }

    private void Delta(JsonElement delta)
    {
        JsonElement after = delta.GetProperty("after").GetProperty("figures");
        foreach ((string key, string figure) in new[] { ("lines", "lines total"), ("aiLines", "lines ai"), ("unknownLines", "lines unknown"), ("aiHeavyMembers", "AI-heavy members") })
            Add(figure, after.GetProperty(key).GetDecimal());
        foreach (string trail in new[] { "tested", "linked", "unmeasured" }.Where(t => after.GetProperty(t).GetInt32() > 0))
            Add($"AI-heavy members {trail}", after.GetProperty(trail).GetDecimal());
        if (after.GetProperty("deployed").GetInt32() > 0)
            Add("AI-heavy members deployed (deployment)", after.GetProperty("deployed").GetDecimal());
        Add("gate", delta.GetProperty("gate").GetString()!);
    }

    private void Comment(IReadOnlyList<string[]> rows, string text)
    {
        foreach (string[] row in rows.Where(r => r.Length == 4))
        {
            string? figure = row[0] switch { "lines" => "lines total", "AI lines" => "lines ai", "unknown lines" => "lines unknown", "AI-heavy members" => "AI-heavy members", _ => null };
            if (figure is not null && row[2] != "–")
                Add(figure, Number(row[2]));
        }

        if (GateWord().Match(text) is { Success: true } gate)
            Add("gate", gate.Groups[1].Value);
    }

    private void Months(string text)
    {
        foreach (string[] cells in text.Split('\n').Skip(1).Select(l => l.Split(',')).Where(c => c.Length > 8 && c[7].Length > 0))
            Add($"cost {cells[0]}", decimal.Parse(cells[7], CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<string[]> MarkdownRows(string text) => [.. text.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Trim('|').Split(" | ").Select(c => c.Trim(' ', '|')).ToArray())];

    private static IReadOnlyList<string[]> HtmlRows(string text) => [.. HtmlRow().Matches(text).Select(row => HtmlCell().Matches(row.Groups[1].Value).Select(c => Plain(c.Groups[1].Value).Trim()).ToArray())];

    private static string Plain(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(html, " ")), " ");

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static decimal Sum(JsonElement row, params string[] names) => names.Sum(n => row.GetProperty(n).GetDecimal());

    private static string Number(string text) => text.Replace(",", "", StringComparison.Ordinal).Trim();

    private static string Known(decimal unknown, decimal total) => (unknown, Percent(1 - (unknown / total))) switch
    {
        ( > 0, "100.0 %") => "> 99.9 %",
        var (_, share) when share == "0.0 %" && unknown < total => "< 0.1 %",
        var (_, share) => share,
    };

    private static string Percent(decimal share) => (Math.Round(share * 1000, MidpointRounding.AwayFromZero) / 10).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    [GeneratedRegex(@"(?s)<tr[^>]*>(.*?)</tr>")]
    private static partial Regex HtmlRow();

    [GeneratedRegex(@"(?s)<t[hd][^>]*>(.*?)</t[hd]>")]
    private static partial Regex HtmlCell();

    [GeneratedRegex(@"(?s)<(style|svg|title).*?</\1>|<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")]
    private static partial Regex CsvCell();

    [GeneratedRegex(@"((?:[<>] )?[\d.]+ %) of [\d,]+ lines are known")]
    private static partial Regex KnownLines();

    [GeneratedRegex(@"% of ([\d,]+) lines are (?:known|AI-assisted)")]
    private static partial Regex AllLines();

    [GeneratedRegex(@"([\d,]+) members? (?:is|are) AI-heavy|([\d,]+) AI-heavy members? (?:is|are) deployed")]
    private static partial Regex HeavyMembers();

    [GeneratedRegex(@"([\d,]+) of [\d,]+ commits? (?:carry|carries) AI evidence")]
    private static partial Regex AiCommits();

    [GeneratedRegex(@"\nGate(?: of `[^`]*`)?: (clear|blocked|cannot tell)\.")]
    private static partial Regex GateWord();

    [GeneratedRegex(@"((?:At least )?\$[\d,.]+), ([\d,]+) tokens; recorded for")]
    private static partial Regex Tokens();
}
