using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;
using AiAttribution.Core.Policy.Rules;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Policy.Rules;

/// <summary>What real projects require of AI work, as rules. Facts only: what each asks, and a commit that meets or violates it.</summary>
public class RealProjectTests
{
    private const string Claude = "Co-authored-by: " + RuleScenario.Claude;
    private const string Human = "Signed-off-by: Kim <kim@example.com>";
    private const string BotAuthor = "copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>";

    [Theory]
    [InlineData("Assisted-by: Claude:claude-opus-4-8 sparse\n" + Human, "")]
    [InlineData("Assisted-by: Claude:claude-opus-4-8\nSigned-off-by: " + RuleScenario.Claude, "human-sign-off no-ai-sign-off")]
    [InlineData("Assisted-by: Claude Opus\n" + Human, "assisted-by")]
    [InlineData(Claude + "\n" + Human, "assisted-by")]
    public void Linux_wants_a_person_s_sign_off_and_agent_and_model(string trailers, string violated) => Assert.Equal(violated, Violated(trailers,
        """
        { "id": "assisted-by", "severity": "warning", "require": { "trailer": { "keys": ["Assisted-by"], "shape": "kernel" } } },
        { "id": "human-sign-off", "require": { "trailer": { "keys": ["Signed-off-by"] } } },
        { "id": "no-ai-sign-off", "require": { "aiSignOff": "forbidden" } }
        """));

    [Theory]
    [InlineData("Assisted-by: generic LLM chatbot", 500, "")]
    [InlineData(Claude, 500, "disclosed")]
    [InlineData(Claude, 5, "")]
    public void Fedora_wants_significant_output_disclosed_in_any_words(string trailers, int added, string violated) => Assert.Equal(violated, Violated(trailers,
        """{ "id": "disclosed", "when": { "addedLines": 20 }, "require": { "trailer": { "keys": ["Assisted-by"] } } }""", added));

    [Theory]
    [InlineData("Assisted-by: Codex\nReviewed-by: Kim <kim@example.com>", 400, "Dev <dev@example.com>", "")]
    [InlineData("Assisted-by: Codex", 149, "Dev <dev@example.com>", "")]
    [InlineData("Assisted-by: Codex", 150, "Dev <dev@example.com>", "reviewed-when-large")]
    [InlineData("Reviewed-by: Kim <kim@example.com>", 10, BotAuthor, "no-autonomous-agent")]
    public void LLVM_wants_no_autonomous_agent_and_a_reader_of_large_changes(string trailers, int added, string author, string violated) => Assert.Equal(violated, Violated(trailers,
        """
        { "id": "no-autonomous-agent", "scope": { "authors": ["bot"] }, "require": { "agents": [] } },
        { "id": "reviewed-when-large", "when": { "addedLines": 150 }, "require": { "humanReview": "required" } }
        """, added, author));

    [Theory]
    [InlineData(Claude, false, "no-ai")]
    [InlineData(Human, false, "")]
    [InlineData(Claude, true, "")]
    public void QEMU_Gentoo_and_NetBSD_decline_except_what_was_approved_before(string trailers, bool approved, string violated) => Assert.Equal(violated, Violated(trailers,
        """{ "id": "no-ai", "require": { "agents": [] } }""",
        waivers: approved ? """[{ "rule": "no-ai", "commits": ["0123456789ab"], "owner": "core", "reason": "approved in writing", "expires": "2999-12-31" }]""" : "[]"));

    [Theory]
    [InlineData("Generated-by: Codex 1.4", 20, "")]
    [InlineData("Generated-by: Codex <codex@openai.com>", 20, "generated-by")]
    [InlineData(Claude, 20, "generated-by")]
    [InlineData(Claude, 19, "")]
    public void Apache_wants_the_tool_named_and_Fory_from_twenty_lines_on(string trailers, int added, string violated) => Assert.Equal(violated, Violated(trailers,
        """{ "id": "generated-by", "when": { "addedLines": 20 }, "require": { "trailer": { "keys": ["Generated-by"], "shape": "apache" } } }""", added));

    [Theory]
    [InlineData("Generated-By: Codex\n" + Human, "")]
    [InlineData("Assisted-By: Codex gpt-5\n" + Human, "")]
    [InlineData(Claude + "\n" + Human, "marked")]
    [InlineData("Assisted-By: Codex gpt-5", "certified")]
    public void OpenInfra_wants_one_of_two_marks_and_the_certificate_of_origin(string trailers, string violated) => Assert.Equal(violated, Violated(trailers,
        """
        { "id": "marked", "require": { "trailer": { "keys": ["Generated-By", "Assisted-By"] } } },
        { "id": "certified", "require": { "trailer": { "keys": ["Signed-off-by"] } } }
        """));

    [Theory]
    [InlineData("Co-authored-by-AI: Copilot (gpt-5)", "")]
    [InlineData("Co-authored-by-AI: Copilot", "co-authored-by-ai")]
    public void Open_Liberty_wants_tool_and_model_in_brackets(string trailers, string violated) => Assert.Equal(violated, Violated(trailers + "\n" + Claude,
        """{ "id": "co-authored-by-ai", "require": { "trailer": { "keys": ["Co-authored-by-AI"], "shape": "* (*)" } } }"""));

    [Theory]
    [InlineData("Assisted-by: Claude:claude-opus-4-8:Claude Code", "")]
    [InlineData("Assisted-by: Claude:claude-opus-4-8", "assisted-by")]
    [InlineData("Assisted-by: Claude:claude-opus-4-8:Claude Code\n" + Claude, "no-ai-co-author")]
    [InlineData("Assisted-by: Claude:claude-opus-4-8:Claude Code\nSigned-off-by: " + RuleScenario.Claude, "no-ai-sign-off")]
    public void ILSpy_wants_agent_model_and_harness_and_no_agent_as_author(string trailers, string violated) => Assert.Equal(violated, Violated(trailers,
        """
        { "id": "assisted-by", "require": { "trailer": { "keys": ["Assisted-by"], "shape": "*:*:*" } } },
        { "id": "no-ai-co-author", "require": { "aiCoAuthor": "forbidden" } },
        { "id": "no-ai-sign-off", "require": { "aiSignOff": "forbidden" } }
        """));

    [Theory]
    [InlineData("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", "")]
    [InlineData("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>\nCopilot-Session: 00000000-0000-4000-8000-000000000001", "no-session")]
    [InlineData("Assisted-by: Copilot", "co-author-kept")]
    public void Dotnet_extensions_keep_the_co_author_and_leave_the_session_out(string trailers, string violated) => Assert.Equal(violated, Violated(trailers,
        """
        { "id": "co-author-kept", "require": { "trailer": { "keys": ["Co-authored-by"] } } },
        { "id": "no-session", "require": { "session": "forbidden" } }
        """));

    [Theory]
    [InlineData(Claude, "Dev <dev@example.com>", "disclosed")]
    [InlineData("", BotAuthor, "")]
    public void MCP_csharp_sdk_wants_disclosure_unless_a_bot_is_the_author(string trailers, string author, string violated) => Assert.Equal(violated, Violated(trailers,
        """{ "id": "disclosed", "scope": { "authors": ["unknown"] }, "require": { "trailer": { "keys": ["Assisted-by"] } } }""", author: author));

    [Fact]
    public void Preset_disclose_accuses_no_agent_that_stands_as_author()
    {
        PolicyRule disclosed = Preset.Rules("disclose").Single(r => r.Id == "disclosed");

        Assert.Equal([AuthorClass.Unknown], disclosed.Scope.Authors);
    }

    private static string Violated(string trailers, string rules, int added = 100, string author = "Dev <dev@example.com>", string waivers = "[]")
    {
        AttributionPolicy policy = RuleScenario.ReadPolicy($$"""{ "rules": [{{rules}}], "waivers": {{waivers}} }""");
        int split = author.IndexOf(" <", StringComparison.Ordinal);
        var facts = new CommitFacts("0123456789abcdef0123456789abcdef01234567", author[..split], author[(split + 2)..^1], "Dev", "dev@example.com", $"Change\n\n{trailers}\n");
        IReadOnlyList<EvidenceStatement> evidence = new EvidenceClassifier(policy.Evidence, RevsFile.Empty).Classify(facts);
        CommitSubject commit = new CommitReducer(policy.Evidence, policy.Rules).Reduce(facts, evidence) with { Changes = [new ChangedFile("src/A.cs", added, false), new ChangedFile("tests/T.cs", 1000, true)] };
        return string.Join(' ', RuleJudge.Judge(policy, new PolicyInput { Commits = [commit] })
            .Where(v => v.Outcome(RuleScenario.Today) == RuleOutcome.Violated).Select(v => v.Rule.Id).Order(StringComparer.Ordinal));
    }
}
