using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class RuleReadingTests
{
    [Theory]
    [InlineData("\"require\": { \"tests\": \"tested\" }", "A rule needs an id.")]
    [InlineData("\"id\": \"a\"", "The rule 'a' needs 'require', which says what it requires.")]
    [InlineData("\"id\": \"a\", \"require\": {}", "require says nothing; give one of its keys.")]
    [InlineData("\"id\": \"a\", \"require\": { \"tests\": \"tested\", \"session\": \"required\" }", "A rule has one requirement; make a rule of its own for each.")]
    [InlineData("\"id\": \"a\", \"require\": { \"test\": \"tested\" }", "Unknown key 'test' in require. Did you mean 'tests'?")]
    [InlineData("\"id\": \"a\", \"sevrity\": \"error\", \"require\": { \"tests\": \"tested\" }", "Unknown key 'sevrity' in a rule. Did you mean 'severity'?")]
    [InlineData("\"id\": \"a\", \"severity\": \"fatal\", \"require\": { \"tests\": \"tested\" }", "severity must be one of error, warning, info, off.")]
    [InlineData("\"id\": \"a\", \"scope\": { \"authors\": [\"kim\"] }, \"require\": { \"session\": \"required\" }", "Each entry of scope.authors must be one of bot, unknown.")]
    [InlineData("\"id\": \"a\", \"when\": { \"share\": 0.5 }, \"require\": { \"session\": \"required\" }", "'share' is for rules about members, and 'a' is about commits. Take it out.")]
    [InlineData("\"id\": \"a\", \"require\": { \"trailer\": {} }", "require.trailer needs keys, such as [\"Assisted-by\"].")]
    [InlineData("\"id\": \"a\", \"require\": { \"coverage\": { \"lines\": 3 } }", "require.coverage needs atLeast, such as 0.8.")]
    public void Rule_that_cannot_be_meant_is_a_problem(string rule, string message) =>
        Assert.Equal(message, Assert.Single(Read($"{{ \"rules\": [{{ {rule} }}] }}").Problems).Message);

    [Fact]
    public void Problem_has_its_line_and_column()
    {
        PolicyProblem problem = Assert.Single(Read("{\n  \"rules\": [\n    { \"id\": \"a\", \"require\": { \"test\": \"tested\" } }\n  ]\n}").Problems);

        Assert.Equal((3, 31), (problem.Line, problem.Column));
    }

    [Fact]
    public void Misspelt_preset_gets_the_nearest_one() =>
        Assert.EndsWith("Did you mean 'disclose'?", Assert.Single(Read("{ \"extends\": \"disclosed\" }").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Rule_twice_is_a_problem() =>
        Assert.Single(Read("{ \"rules\": [{ \"id\": \"a\", \"require\": { \"tests\": \"tested\" } }, { \"id\": \"a\", \"require\": { \"session\": \"required\" } }] }").Problems);

    [Fact]
    public void Rule_with_the_id_of_a_preset_s_rule_changes_it_wherever_extends_stands()
    {
        AttributionPolicy policy = Read("{ \"rules\": [{ \"id\": \"tested\", \"severity\": \"warning\" }], \"extends\": \"tested\" }").Policy!;

        PolicyRule rule = policy.Rules.Single(r => r.Id == "tested");
        Assert.Equal((RuleSeverity.Warning, "AIA2007"), (rule.Severity, rule.Require.Code));
        Assert.Equal(["disclosed", "no-ai-sign-off", "tested"], policy.Rules.Select(r => r.Id));
    }

    [Theory]
    [InlineData("report-only", "trails")]
    [InlineData("disclose", "disclosed, no-ai-sign-off")]
    [InlineData("tested", "disclosed, no-ai-sign-off, tested")]
    [InlineData("regulated", "disclosed, no-ai-sign-off, tested, covered, reviewed, session-known, origin-known")]
    [InlineData("none-allowed", "no-ai, origin-known")]
    public void Preset_has_its_rules(string preset, string ids) => Assert.Equal(ids, string.Join(", ", Preset.Rules(preset).Select(r => r.Id)));

    [Fact]
    public void Report_only_fails_nothing() => Assert.All(Preset.Rules("report-only"), r => Assert.NotEqual(RuleSeverity.Error, r.Severity));

    private static PolicyReading Read(string json) => PolicyReader.Read(json, "ai-attribution.json");
}
