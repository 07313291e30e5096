using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Catalogue;

public class SessionTrailerTests
{
    [Theory]
    [InlineData("Copilot-Session: 11111111-2222-4333-8444-555555555555", "copilot", "copilot:11111111-2222-4333-8444-555555555555")]
    [InlineData("Agent-Logs-Url: https://github.com/example/app/sessions/11111111-2222-4333-8444-555555555555", "copilot-coding-agent", "copilot-coding-agent:11111111-2222-4333-8444-555555555555")]
    [InlineData("Claude-Session: https://claude.ai/code/session_01ABcd", "claude-code", "claude:session_01ABcd")]
    [InlineData("Amp-Thread-ID: https://ampcode.com/threads/T-11111111-2222-4333-8444-555555555555", "amp", "amp:T-11111111-2222-4333-8444-555555555555")]
    [InlineData("Entire-Checkpoint: 0123456789ab", "unknown", "entire:0123456789ab")]
    [InlineData("Entire-Checkpoint: 01ARZ3NDEKTSV4RRFFQ69G5FAV", "unknown", "entire:01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("X-Lovable-Edit-ID: edt-11111111-2222-4333-8444-555555555555", "lovable", "lovable:edt-11111111-2222-4333-8444-555555555555")]
    public void Session_key_is_normalised_to_provider_and_id(string trailer, string agent, string session)
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.ClassifyTrailer(trailer));

        Assert.Equal((EvidenceKind.SessionTrailer, EvidenceGrade.Declared, agent, session), (statement.Kind, statement.Grade, statement.Agent, statement.Session.ToString()));
    }

    [Fact]
    public void Several_sessions_give_a_statement_each()
    {
        IReadOnlyList<EvidenceStatement> found = CommitClassifier.ClassifyTrailer(
            "Copilot-Session: 11111111-2222-4333-8444-555555555555\nCopilot-Session: 66666666-2222-4333-8444-555555555555\nCopilot-Session: 11111111-2222-4333-8444-555555555555");

        Assert.Equal(["11111111-2222-4333-8444-555555555555", "66666666-2222-4333-8444-555555555555"], found.Select(s => s.Session!.Value.Id));
    }

    [Theory]
    [InlineData("Copilot-Session: <id>")]
    [InlineData("Copilot-Session: none")]
    [InlineData("Claude-Session: https://example.com/code/session_01ABcd")]
    [InlineData("Claude-Session: https://claude.ai/code/session_<script>")]
    [InlineData("Amp-Thread-ID: https://ampcode.com/threads/T-1")]
    [InlineData("Entire-Checkpoint: 0123")]
    [InlineData("Agent-Id: Ann Example")]
    public void Value_that_is_no_id_of_its_provider_is_no_evidence(string trailer) => Assert.Empty(CommitClassifier.ClassifyTrailer(trailer));
}
