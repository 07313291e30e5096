using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Tests.Policy;

public class PolicyChangesTests
{
    [Theory]
    [InlineData("{ \"extends\": \"tested\" }", "{ // the same\n  \"extends\": \"tested\", }", "")]
    [InlineData("{ \"rules\": [{ \"id\": \"a\" }, { \"id\": \"b\" }] }", "{ \"rules\": [{ \"id\": \"b\" }, { \"id\": \"a\" }] }", "")]
    [InlineData("{ \"heavy\": { \"lines\": 5 } }", "{ \"heavy\": { \"lines\": 50 } }", "heavy.lines was 5 and is 50")]
    [InlineData("{ \"rules\": [{ \"id\": \"a\", \"unknown\": \"fail\" }] }", "{ \"rules\": [{ \"id\": \"a\" }] }", "gone: rules.a.unknown = \"fail\"")]
    [InlineData("{ \"tests\": { \"coverage\": [\"a\"] } }", "{ \"tests\": { \"coverage\": [\"a\", \"b\"] } }", "tests.coverage was [\"a\"] and is [\"a\", \"b\"]")]
    [InlineData("{ \"prices\": [] }", "{ \"prices\": [{ \"models\": [\"m\"], \"input\": 0 }] }", "gone: prices = []|new: prices { \"models\": [\"m\"], \"input\": 0 }")]
    [InlineData("{ }", "{ broken", "the file is another one")]
    [InlineData(null, "{ }", "the file is new")]
    [InlineData("{ }", null, "the file is gone")]
    [InlineData(null, null, "")]
    public void Each_key_that_is_another_is_told(string? before, string? after, string changes) =>
        Assert.Equal(changes, string.Join("|", PolicyChanges.Of(before, after)));

    [Fact]
    public void Every_key_of_a_policy_that_is_taken_away_is_told()
    {
        string[] keys = [.. PolicyReader.Keys.Select(k => k.Split('.', '[')[0]).Distinct().Where(k => k is not "$schema")];

        Assert.All(keys, key => Assert.StartsWith($"gone: {key}", Assert.Single(PolicyChanges.Of($$"""{ "{{key}}": "x" }""", "{ }")), StringComparison.Ordinal));
    }
}
