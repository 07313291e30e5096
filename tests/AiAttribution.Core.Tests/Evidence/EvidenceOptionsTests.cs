using AiAttribution.Core.Evidence;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence;

public class EvidenceOptionsTests
{
    private static readonly EvidenceOptions WithAcme = new()
    {
        Agents =
        [
            new CustomAgent("acme-coder")
            {
                Emails = ["bot@acme.example", "acme-coder@users.noreply.github.com"],
                DisclosureKeys = ["Acme-Model"],
                SessionKeys = ["Acme-Run"],
            },
        ],
    };

    [Theory]
    [InlineData("Co-authored-by: Acme <Bot@acme.example>", EvidenceKind.CoAuthorTrailer, null, null)]
    [InlineData("Co-authored-by: Acme <42+acme-coder@users.noreply.github.com>", EvidenceKind.CoAuthorTrailer, null, null)]
    [InlineData("Acme-Model: Acme/Large 2", EvidenceKind.DisclosureTrailer, "large-2", null)]
    [InlineData("Assisted-by: acme-coder", EvidenceKind.DisclosureTrailer, null, null)]
    [InlineData("Assisted-by: Acme-Coder (gpt-5)", EvidenceKind.DisclosureTrailer, "gpt-5", null)]
    [InlineData("acme-run: 2026-01-01_7", EvidenceKind.SessionTrailer, null, "acme-coder:2026-01-01_7")]
    internal void Agent_of_the_policy_is_found_like_those_of_the_catalogue(string trailer, EvidenceKind kind, string? model, string? session)
    {
        EvidenceStatement statement = Assert.Single(CommitClassifier.ClassifyTrailer(trailer, WithAcme));

        Assert.NotEqual("acme-coder", CommitClassifier.ClassifyTrailer(trailer).FirstOrDefault()?.Agent);
        Assert.Equal((kind, "acme-coder", model, session), (statement.Kind, statement.Agent, statement.Model, statement.Session?.ToString()));
    }

    [Theory]
    [InlineData("Acme-Model: no")]
    [InlineData("Acme-Run: two words")]
    [InlineData("Acme-Run:")]
    public void Agent_of_the_policy_needs_a_value_that_is_one(string trailer) => Assert.Empty(CommitClassifier.ClassifyTrailer(trailer, WithAcme));

    [Fact]
    public void Only_selected_sources_count()
    {
        var options = new EvidenceOptions { Sources = new HashSet<EvidenceKind> { EvidenceKind.Revs } };
        RevsFile revs = RevsFile.Parse(CommitClassifier.Id);

        IReadOnlyList<EvidenceStatement> found = CommitClassifier.Classify("Add parser\n\nCo-authored-by: Claude <noreply@anthropic.com>\n", "Claude <noreply@anthropic.com>", options: options, revs: revs);

        Assert.Equal([EvidenceKind.Revs], found.Select(s => s.Kind));
    }

    [Theory]
    [InlineData("Co-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>", 0)]
    [InlineData("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", 0)]
    [InlineData("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", 1)]
    public void Review_bots_can_be_left_out(string trailer, int expected) =>
        Assert.Equal(expected, CommitClassifier.ClassifyTrailer(trailer, new EvidenceOptions { ReviewBots = false }).Count);

    [Fact]
    public void Every_kind_has_a_word_that_reads_back()
    {
        EvidenceKind[] kinds = Enum.GetValues<EvidenceKind>();

        Assert.Equal(kinds, EvidenceKindNames.All.Select(word => EvidenceKindNames.Kinds.Parse(word)!.Value));
        Assert.Null(EvidenceKindNames.Kinds.Parse("co-autor-trailer"));
    }
}
