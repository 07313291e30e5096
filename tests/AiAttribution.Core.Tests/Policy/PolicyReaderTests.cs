using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Tests.Policy;

public class PolicyReaderTests
{
    [Fact]
    public void Empty_object_gives_the_defaults()
    {
        AttributionPolicy policy = Read("{}").Policy!;

        Assert.Equal(0.5, policy.Share);
        Assert.Equal(5, policy.MinimumLines);
        Assert.Equal(14, policy.GraceDays);
        Assert.Null(policy.Since);
        Assert.Equal(["v*", "[0-9]*.[0-9]*"], policy.DeploymentTags.Select(t => t.Pattern));
        Assert.Equal(13, policy.Evidence.Sources.Count);
    }

    [Fact]
    public void Every_key_is_read()
    {
        PolicyReading reading = Read(
            """
            {
              "$schema": "https://example.org/schema.json",
              "heavy": { "share": 0.25, "lines": 12 },
              "attribution": { "mode": "git", "since": "v3.1" },
              "evidence": {
                "sources": ["revs", "git-ai-note"],
                "reviewBots": false,
                "agents": [{ "name": "acme-coder", "emails": ["bot@acme.example"], "disclosureKeys": ["Acme-Model"], "sessionKeys": ["Acme-Run"] }]
              },
              "tests": { "coverage": ["out/*.xml"] },
              "deployment": { "tags": ["release/*"], "branches": ["stable-*"], "environments": ["live-*"], "files": ["ops/*.jsonl"], "graceDays": 3 }
            }
            """);

        Assert.Empty(reading.Problems);
        AttributionPolicy policy = reading.Policy!;
        Assert.Equal((0.25, 12, "v3.1", 3), (policy.Share, policy.MinimumLines, policy.Since, policy.GraceDays));
        Assert.Equal([EvidenceKind.Revs, EvidenceKind.GitAiNote], policy.Evidence.Sources.Order());
        Assert.False(policy.Evidence.ReviewBots);
        CustomAgent agent = Assert.Single(policy.Evidence.Agents);
        Assert.Equal("acme-coder", agent.Name);
        Assert.Equal(["bot@acme.example"], agent.Emails);
        Assert.Equal(["Acme-Model"], agent.DisclosureKeys);
        Assert.Equal(["Acme-Run"], agent.SessionKeys);
        Assert.Equal(["out/*.xml"], policy.Coverage.Select(c => c.Pattern));
        Assert.Equal(["release/*"], policy.DeploymentTags.Select(t => t.Pattern));
        Assert.Equal(["stable-*"], policy.DeploymentBranches.Select(t => t.Pattern));
        Assert.Equal(["live-*"], policy.DeploymentEnvironments!.Select(t => t.Pattern));
        Assert.Equal(["ops/*.jsonl"], policy.DeploymentFiles.Select(t => t.Pattern));
    }

    [Theory]
    [InlineData("rules", 1000, """{"id":"r","require":{"tests":"tested"}}""")]
    [InlineData("waivers", 5000, """{"rule":"r","paths":["a"],"owner":"core","reason":"b","expires":"2027-01-31"}""")]
    public void List_that_would_take_minutes_to_judge_is_refused_with_its_number(string key, int most, string entry)
    {
        PolicyReading reading = Read($$"""{ "{{key}}": [{{string.Join(',', Enumerable.Repeat(entry, most + 1))}}] }""");

        PolicyProblem problem = Assert.Single(reading.Problems);
        Assert.Equal($"ai-attribution.json(1,{key.Length + 7}): {key} has {most + 1} entries, and {most} are the most that are judged. Put those together that differ in their paths alone.", problem.ToString());
    }

    [Fact]
    public void Of_many_mistakes_the_first_are_told_and_how_many_more_there_are()
    {
        PolicyReading reading = Read($"{{ {string.Join(",\n", Enumerable.Range(1, 500).Select(i => $"\"no{i}\": 1"))} }}");

        Assert.Equal(21, reading.Problems.Count);
        Assert.Equal("ai-attribution.json(21,1): 480 more like these are from here on.", reading.Problems[^1].ToString());
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        PolicyReading reading = Read("\uFEFF{ // why\n  \"heavy\": { \"lines\": 7, }, /* and so on */\n}");

        Assert.Empty(reading.Problems);
        Assert.Equal(7, reading.Policy!.MinimumLines);
    }

    [Fact]
    public void Misspelt_key_is_found_with_its_place_and_the_nearest_key()
    {
        PolicyReading reading = Read("{\n  \"heavy\": {\n    \"shrae\": 0.4\n  }\n}");

        Assert.Null(reading.Policy);
        Assert.Equal("ai-attribution.json(3,5): Unknown key 'shrae' in heavy. Did you mean 'share'?", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void Strange_key_gets_the_list_of_known_ones()
    {
        PolicyProblem problem = Assert.Single(Read("{ \"colour\": 1 }").Problems);

        Assert.Equal("Unknown key 'colour' in the policy. Known here: $schema, extends, rules, waivers, gate, heavy, attribution, evidence, tests, deployment, sessions, fleet, prices.", problem.Message);
    }

    [Fact]
    public void Key_that_stands_twice_is_a_problem()
    {
        PolicyProblem problem = Assert.Single(Read("{ \"heavy\": {},\n  \"heavy\": {} }").Problems);

        Assert.Equal((2, 3, "'heavy' stands here twice; keep one of them."), (problem.Line, problem.Column, problem.Message));
    }

    [Theory]
    [InlineData("{ \"heavy\": 1 }", "heavy must be an object with the keys share, lines.")]
    [InlineData("{ \"heavy\": { \"share\": 0 } }", "heavy.share must be a number above 0 and at most 1, such as 0.5.")]
    [InlineData("{ \"heavy\": { \"share\": \"half\" } }", "heavy.share must be a number above 0 and at most 1, such as 0.5.")]
    [InlineData("{ \"heavy\": { \"lines\": 2.5 } }", "heavy.lines must be a whole number from 1 to 100000.")]
    [InlineData("{ \"attribution\": { \"mode\": \"gti\" } }", "attribution.mode must be one of git, meaning. Did you mean 'git'?")]
    [InlineData("{ \"attribution\": { \"since\": \"\" } }", "attribution.since must be a text in quotes that is not empty.")]
    [InlineData("{ \"deployment\": { \"tags\": \"v*\" } }", "deployment.tags must be a list such as [\"first\", \"second\"].")]
    [InlineData("{ \"deployment\": { \"tags\": [1] } }", "Each entry of deployment.tags must be a text in quotes that is not empty.")]
    [InlineData("{ \"tests\": { \"binding\": \"symbol\" } }", "tests.binding must be one of time, commit, symbols, checksum. Did you mean 'symbols'?")]
    [InlineData("{ \"deployment\": { \"services\": { \"api\": [] } } }", "deployment.services must be a list of objects such as { \"name\": \"api\", \"paths\": [\"src/Api/**\"] }.")]
    [InlineData("{ \"deployment\": { \"services\": [{ \"name\": \"api\" }] } }", "A service needs a name and paths.")]
    [InlineData("{ \"evidence\": { \"reviewBots\": \"no\" } }", "evidence.reviewBots must be true or false.")]
    [InlineData("{ \"evidence\": { \"agents\": [{ \"name\": \"acme\" }] } }", "An agent needs a name and at least one of emails, disclosureKeys, sessionKeys.")]
    [InlineData("[]", "the policy must be an object with the keys $schema, extends, rules, waivers, gate, heavy, attribution, evidence, tests, deployment, sessions, fleet, prices.")]
    public void Wrong_value_is_said_with_what_would_be_right(string json, string message)
    {
        PolicyReading reading = Read(json);

        Assert.Null(reading.Policy);
        Assert.Equal(message, Assert.Single(reading.Problems).Message);
    }

    [Fact]
    public void Misspelt_evidence_source_gets_the_nearest_one()
    {
        PolicyProblem problem = Assert.Single(Read("{ \"evidence\": { \"sources\": [\"rev\"] } }").Problems);

        Assert.EndsWith("Did you mean 'revs'?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        PolicyReading reading = Read("{ \"heavy\": { \"share\": 7 },\n  \"deploymnet\": {} }");

        Assert.Equal([1, 2], reading.Problems.Select(p => p.Line));
    }

    [Fact]
    public void Text_that_is_not_json_is_said_with_its_place_in_characters()
    {
        PolicyProblem problem = Assert.Single(Read("{ \"heavy\": {\n  \"Grüße\": nope } }").Problems);

        Assert.Equal((2, 13), (problem.Line, problem.Column));
        Assert.StartsWith("This is not JSON: ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    public void Truncated_or_doubled_text_is_a_problem(string json) => Assert.Single(Read(json).Problems);

    [Theory]
    [InlineData("", "it is empty.")]
    [InlineData("\uFEFF \r\n", "it is empty.")]
    [InlineData("{\0 \0}\0", "it has NUL characters, as a text in UTF-16 has: save it as UTF-8.")]
    public void File_that_an_editor_or_a_shell_wrote_otherwise_is_told_in_plain_words(string json, string told) =>
        Assert.Equal("This is not JSON: " + told, Assert.Single(Read(json).Problems).Message);

    [Fact]
    public void Nesting_without_end_is_a_problem_and_no_crash() => Assert.Single(Read(new string('[', 100_000)).Problems);

    private static PolicyReading Read(string json) => PolicyReader.Read(json, "ai-attribution.json");
}
