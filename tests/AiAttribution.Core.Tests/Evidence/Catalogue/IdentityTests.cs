using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Catalogue;

public class IdentityTests
{
    [Theory]
    [InlineData("Claude <noreply@anthropic.com>", "claude-code", null)]
    [InlineData("Claude Opus 4.6 (1M context) <noreply@anthropic.com>", "claude-code", "claude-opus-4-6[1m]")]
    [InlineData("Claude (claude-opus-4-6) <NoReply@Anthropic.com>", "claude-code", "claude-opus-4-6")]
    [InlineData("Claude Code 2.1.63 / Claude Opus 4.6 <noreply@anthropic.com>", "claude-code", "claude-opus-4-6")]
    [InlineData("reviewer-of-day <noreply@anthropic.com>", "claude-code", null)]
    [InlineData("claude[bot] <209825114+claude[bot]@users.noreply.github.com>", "claude-code", null)]
    [InlineData("Copilot <223556219+Copilot@users.noreply.github.com>", "copilot", null)]
    [InlineData("Copilot App <223556219+Copilot@users.noreply.github.com>", "copilot", null)]
    [InlineData("GitHub Copilot <copilot@github.com>", "copilot", null)]
    [InlineData("GitHub Copilot <175728472+github-copilot[bot]@users.noreply.github.com>", "copilot", null)]
    [InlineData("Copilot <175728472+Copilot@users.noreply.github.com>", "copilot-review", null)]
    [InlineData("copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>", "copilot-coding-agent", null)]
    [InlineData("Copilot Autofix powered by AI <175728472+Copilot@users.noreply.github.com>", "copilot-autofix", null)]
    [InlineData("Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>", "copilot-autofix", null)]
    [InlineData("Cursor <cursoragent@cursor.com>", "cursor", null)]
    [InlineData("OpenAI GPT 5.5 <noreply@openai.com>", "codex", "gpt-5.5")]
    [InlineData("Devin AI <158243242+devin-ai-integration[bot]@users.noreply.github.com>", "devin", null)]
    [InlineData("google-labs-jules[bot] <161369871+google-labs-jules[bot]@users.noreply.github.com>", "jules", null)]
    [InlineData("gemini-code-assist[bot] <176961590+gemini-code-assist[bot]@users.noreply.github.com>", "gemini-code-assist", null)]
    [InlineData("OpenHands-Claude openhands@all-hands.dev", "openhands", null)]
    [InlineData("aider (gpt-5) <aider@aider.chat>", "aider", "gpt-5")]
    [InlineData("Amp <amp@ampcode.com>", "amp", null)]
    [InlineData("💘 Crush <crush@charm.land>", "crush", null)]
    [InlineData("ellipsis-dev[bot] <65095814+ellipsis-dev[bot]@users.noreply.github.com>", "ellipsis", null)]
    public void Co_author_with_an_agents_address_is_declared(string identity, string agent, string? model)
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.ClassifyTrailer($"Co-authored-by: {identity}"));

        Assert.Equal(new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, agent, model, null, "Co-authored-by"), statement);
    }

    [Theory]
    [InlineData("copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>", "copilot-coding-agent")]
    [InlineData("Claude <noreply@anthropic.com>", "claude-code")]
    [InlineData("🤖 Copilot <no-reply@github.com>", "copilot")]
    [InlineData("Ann Example (aider) <ann@example.com>", "aider")]
    public void Author_that_is_an_agent_is_declared_although_the_co_author_is_a_person(string author, string agent)
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.Classify("Add parser\n\nCo-authored-by: Bob <bob@example.com>\n", author));

        Assert.Equal((EvidenceKind.AuthorIdentity, EvidenceGrade.Declared, agent, "author"), (statement.Kind, statement.Grade, statement.Agent, statement.Source));
    }

    [Fact]
    public void Committer_that_is_an_agent_is_weak()
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.Classify("Add parser\n", committer: "Codex <noreply@openai.com>"));

        Assert.Equal((EvidenceKind.CommitterIdentity, EvidenceGrade.Weak, "codex"), (statement.Kind, statement.Grade, statement.Agent));
    }

    [Fact]
    public void Committer_with_the_suffix_of_aider_is_no_evidence() =>
        Assert.Empty(CommitClassifier.Classify("Add parser\n", committer: "Ann Example (aider) <ann@example.com>"));

    [Fact]
    public void Many_co_authors_of_one_agent_give_one_statement() =>
        Assert.Single(CommitClassifier.ClassifyTrailer(string.Join('\n', Enumerable.Repeat("Co-authored-by: Claude <noreply@anthropic.com>", 148))));
}
