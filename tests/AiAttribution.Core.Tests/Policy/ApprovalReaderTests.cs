using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Tests.Policy;

public class ApprovalReaderTests
{
    private const string Sha = "1111111111111111111111111111111111111111";
    private const string Old = "2222222222222222222222222222222222222222";

    [Fact]
    public void Reviews_of_github_count_by_the_last_word_of_each_person() => Assert.Equal([Sha], Read($$"""
        [
          { "id": 1, "user": { "login": "kim", "type": "User" }, "state": "APPROVED", "commit_id": "{{Old}}", "submitted_at": "2026-05-01T10:00:00Z" },
          { "id": 2, "user": { "login": "lee", "type": "User" }, "state": "APPROVED", "commit_id": "{{Sha}}", "submitted_at": "2026-05-01T11:00:00Z" },
          { "id": 3, "user": { "login": "lee", "type": "User" }, "state": "CHANGES_REQUESTED", "commit_id": "{{Sha}}", "submitted_at": "2026-05-01T12:00:00Z" },
          { "id": 4, "user": { "login": "kim", "type": "User" }, "state": "APPROVED", "commit_id": "{{Sha}}", "submitted_at": "2026-05-01T13:00:00Z" },
          { "id": 5, "user": { "login": "kim", "type": "User" }, "state": "COMMENTED", "commit_id": "{{Sha}}", "submitted_at": "2026-05-01T14:00:00Z" }
        ]
        """));

    [Theory]
    [InlineData("[[{ REVIEW }]]")]
    [InlineData("[[], [{ REVIEW }]]")]
    [InlineData("{ \"reviews\": [{ REVIEW }] }")]
    public void Pages_and_lists_of_github_are_read(string form) => Assert.Equal([Sha], Read(form.Replace("REVIEW", $"\"user\": {{ \"login\": \"kim\" }}, \"state\": \"APPROVED\", \"commit_id\": \"{Sha}\"", StringComparison.Ordinal)));

    [Fact]
    public void Review_of_the_pull_request_view_is_read() =>
        Assert.Equal([Sha], Read($$"""{ "reviews": [{ "author": { "login": "kim" }, "state": "APPROVED", "submittedAt": "2026-05-01T10:00:00Z", "commit": { "oid": "{{Sha}}" } }] }"""));

    [Theory]
    [InlineData("dependabot[bot]", "Bot")]
    [InlineData("coderabbitai[bot]", "User")]
    [InlineData("somebody", "Bot")]
    public void Machine_is_no_person(string login, string type) =>
        Assert.Empty(Read($$"""[{ "user": { "login": "{{login}}", "type": "{{type}}" }, "state": "APPROVED", "commit_id": "{{Sha}}" }]"""));

    [Theory]
    [InlineData("""{ "approved": true, "approved_by": [{ "user": { "id": 1, "username": "kim" } }, { "user": { "id": 2, "username": "project_7_bot_3a" } }] }""")]
    [InlineData("""{ "rules": [{ "id": 1, "approved_by": [{ "id": 1, "username": "kim" }] }, { "id": 2, "approved_by": [{ "id": 1, "username": "kim" }] }] }""")]
    [InlineData("""{ "approved_by": [{ "user": { "id": 1, "username": "kim" } }, { "user": { "id": 9, "username": "dev" } }], "author": { "id": 9 } }""")]
    public void Approvals_of_gitlab_name_no_commit(string json) => Assert.Equal([null], Read(json));

    [Fact]
    public void Reviewers_of_azure_count_by_their_vote() => Assert.Equal([null, null], Read("""
        { "count": 5, "value": [
          { "id": "a", "vote": 10, "displayName": "A" }, { "id": "b", "vote": 5, "displayName": "B" }, { "id": "c", "vote": -10, "displayName": "C" },
          { "id": "d", "vote": 10, "isContainer": true, "displayName": "Team" }, { "id": "e", "vote": 10, "uniqueName": "Build\\0f", "displayName": "Build Service" } ] }
        """));

    [Fact]
    public void Pull_request_of_azure_names_its_commit_and_its_author_who_does_not_count() => Assert.Equal([Sha], Read($$"""
        { "createdBy": { "id": "a" }, "lastMergeSourceCommit": { "commitId": "{{Sha}}" }, "reviewers": [{ "id": "a", "vote": 10 }, { "id": "b", "vote": 10 }] }
        """));

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "approved_by": [] }""")]
    [InlineData("""{ "value": [], "count": 0 }""")]
    public void Nobody_is_nobody(string json) => Assert.Empty(Read(json));

    [Theory]
    [InlineData("""{ "commit": "1" }""", "It is no export of approvals that is known")]
    [InlineData("[1]", "It is no export of approvals that is known")]
    [InlineData("""[{ "state": "APPROVED" }]""", "It is no export of approvals that is known")]
    [InlineData("[{ \"state\": ", "This is not JSON")]
    [InlineData("", "This is not JSON")]
    public void Something_else_is_told(string json, string problem) =>
        Assert.StartsWith(problem, new ApprovalReader(new EvidenceOptions()).Read(Encoding.UTF8.GetBytes(json)).Problem?.Message, StringComparison.Ordinal);

    private static IReadOnlyList<string?> Read(string json)
    {
        ApprovalReading reading = new ApprovalReader(new EvidenceOptions()).Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(reading.Problem);
        return reading.Commits;
    }
}
