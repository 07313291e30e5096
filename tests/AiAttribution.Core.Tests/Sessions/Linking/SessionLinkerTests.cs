using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Sessions.Linking;

public class SessionLinkerTests
{
    private const string Text = "int total = Sum(items);\nreturn total / items.Count;\n";

    [Fact]
    public void Written_lines_that_the_commit_added_link_by_content()
    {
        LinkPlan plan = SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text)));

        Assert.Equal(LinkMethod.Content, Assert.Single(plan.Links).Method);
        Assert.Equal("aa:100", SessionBuilder.Describe(plan));
    }

    [Fact]
    public void Content_links_also_when_the_edit_is_older_than_the_parent()
    {
        LinkPlan plan = SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 4.5, "A.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text)));

        Assert.Equal(LinkMethod.Content, Assert.Single(plan.Links).Method);
    }

    [Fact]
    public void Braces_alone_are_no_content()
    {
        LinkPlan plan = SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 4.5, "A.cs", "{\n}\n" + Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, "{\n}\n")));

        Assert.Empty(plan.Links);
    }

    [Fact]
    public void Edited_file_links_only_between_parent_and_commit()
    {
        AgentSession session = SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4));

        Assert.Equal(LinkMethod.Files, Assert.Single(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], session).Links).Method);
        Assert.Empty(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 4.5, "A.cs", Text)], session).Links);
        Assert.Empty(SessionBuilder.Plan([SessionBuilder.Commit("aa", 3, 0, "A.cs", Text)], session).Links);
    }

    [Fact]
    public void Time_alone_never_links()
    {
        LinkPlan plan = SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("B.cs", 4, Text)));

        Assert.Empty(plan.Links);
        Assert.Equal("s NoCommit:100", SessionBuilder.Rests(plan));
    }

    [Fact]
    public void Transcript_that_shows_the_commit_beats_content()
    {
        AgentSession session = SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text)) with { Commits = [new SeenCommit("aa00000", SessionBuilder.At(5), null)] };

        Assert.Equal(LinkMethod.Transcript, Assert.Single(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], session).Links).Method);
    }

    [Fact]
    public void Each_commit_gets_the_responses_since_the_commit_before()
    {
        LinkPlan plan = SessionBuilder.Plan(
            [SessionBuilder.Commit("aa", 5, 0, "A.cs", Text), SessionBuilder.Commit("bb", 10, 5, "B.cs", Text)],
            SessionBuilder.Session("s", [SessionBuilder.Response("1", 1, 1), SessionBuilder.Response("2", 4, 10), SessionBuilder.Response("3", 6, 100), SessionBuilder.Response("4", 30, 1000)], SessionBuilder.Edit("A.cs", 4, Text), SessionBuilder.Edit("B.cs", 9, Text)));

        Assert.Equal("aa:11, bb:100", SessionBuilder.Describe(plan));
        Assert.Equal("s AfterLastCommit:1000", SessionBuilder.Rests(plan));
    }

    [Fact]
    public void Closing_words_go_to_the_commit_before_them_when_silence_follows()
    {
        LinkCommit[] commits = [SessionBuilder.Commit("aa", 5, 0, "A.cs", Text), SessionBuilder.Commit("bb", 60, 5, "B.cs", Text)];
        EditedFile[] edits = [SessionBuilder.Edit("A.cs", 4, Text), SessionBuilder.Edit("B.cs", 59, Text)];

        Assert.Equal("aa:11, bb:100", SessionBuilder.Describe(SessionBuilder.Plan(commits, SessionBuilder.Session("s", [SessionBuilder.Response("1", 4, 1), SessionBuilder.Response("2", 6, 10), SessionBuilder.Response("3", 58, 100)], edits))));
        Assert.Equal("aa:1, bb:110", SessionBuilder.Describe(SessionBuilder.Plan([commits[0], SessionBuilder.Commit("bb", 15, 5, "B.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("1", 4, 1), SessionBuilder.Response("2", 6, 10), SessionBuilder.Response("3", 14, 100)], SessionBuilder.Edit("A.cs", 4, Text), SessionBuilder.Edit("B.cs", 14, Text)))));
    }

    [Fact]
    public void Response_that_may_still_grow_waits_for_the_next_capture()
    {
        AgentSession session = SessionBuilder.Session("s", [SessionBuilder.Response("1", 3, 1), SessionBuilder.Response("2", 4.9, 10)], SessionBuilder.Edit("A.cs", 4, Text));
        LinkInput input = new() { Commits = [SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], Sessions = [session], Now = SessionBuilder.At(5) };

        LinkPlan hook = SessionLinker.Plan(input);
        LinkPlan later = SessionLinker.Plan(input with { Now = SessionBuilder.At(60), Allocated = hook.Allocations.Values.Single().SelectMany(a => a.Responses).ToHashSet() });

        Assert.Equal("aa:1", SessionBuilder.Describe(hook));
        Assert.Equal("s InFlight:10", SessionBuilder.Rests(hook));
        Assert.Equal("aa:10", SessionBuilder.Describe(later));
    }

    [Fact]
    public void Subagent_without_an_edit_shares_the_commits_of_its_parent()
    {
        AgentSession child = SessionBuilder.Session("child", [SessionBuilder.Response("c", 3, 7)]) with { ParentId = "s" };
        LinkPlan plan = SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text)), child);

        Assert.Equal("aa:107", SessionBuilder.Describe(plan));
        Assert.Equal("s", plan.Allocations.Values.Single().Single(a => a.Session == "child").Parent);
    }

    [Fact]
    public void Session_whose_subagents_wrote_everything_shares_their_commits()
    {
        AgentSession child = SessionBuilder.Session("child", [SessionBuilder.Response("c", 3, 7)], SessionBuilder.Edit("A.cs", 4, Text)) with { ParentId = "s" };

        Assert.Equal("aa:107", SessionBuilder.Describe(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)]), child)));
    }

    [Fact]
    public void Of_two_concurrent_sessions_the_one_that_wrote_the_file_is_linked()
    {
        LinkPlan plan = SessionBuilder.Plan(
            [SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)],
            SessionBuilder.Session("wrote", [SessionBuilder.Response("1", 4)], SessionBuilder.Edit("A.cs", 4, Text)),
            SessionBuilder.Session("touched", [SessionBuilder.Response("2", 4)], SessionBuilder.Edit("A.cs", 3, "something else\n")));

        Assert.Equal("wrote", Assert.Single(plan.Links).Session);
    }

    [Fact]
    public void Cherry_pick_does_not_take_the_edit_of_the_picked_commit()
    {
        LinkPlan plan = SessionBuilder.Plan(
            [SessionBuilder.Commit("bb", 5, 4, "A.cs", Text), SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)],
            SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text)));

        Assert.Equal("aa", Assert.Single(plan.Links).Commit[..2]);
    }

    [Fact]
    public void Session_total_goes_to_the_only_commit_and_to_none_of_several()
    {
        AgentSession session = SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)], SessionBuilder.Edit("A.cs", 4, Text), SessionBuilder.Edit("B.cs", 6, Text)) with { Exactness = Exactness.SessionTotal };

        Assert.Equal("aa:100", SessionBuilder.Describe(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], session)));
        Assert.Equal("s SeveralCommits:100", SessionBuilder.Rests(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text), SessionBuilder.Commit("bb", 8, 5, "B.cs", Text)], session)));
    }

    [Fact]
    public void Environment_of_the_hook_links_without_any_edit()
    {
        LinkCommit commit = SessionBuilder.Commit("aa", 5, 0, "A.cs", Text);
        LinkInput input = new()
        {
            Commits = [commit],
            Sessions = [SessionBuilder.Session("s", [SessionBuilder.Response("r", 4)])],
            Known = [new CommitLink("claude-code", "s", commit.Id, LinkMethod.Environment, commit.Time)],
        };

        Assert.Equal("aa:100", SessionBuilder.Describe(SessionLinker.Plan(input)));
    }

    [Fact]
    public void Text_of_a_log_stays_out_of_the_note()
    {
        AgentSession session = SessionBuilder.Session("/home/dev/app.md", [new UsageRecord("/home/dev", SessionBuilder.At(4), "model of dev@example.com", new TokenUsage(1, 1))], SessionBuilder.Edit("A.cs", 4, Text));

        string note = SessionNote.Write(SessionBuilder.Plan([SessionBuilder.Commit("aa", 5, 0, "A.cs", Text)], session).Allocations.Values.Single());

        Assert.DoesNotContain("dev", note);
        Assert.DoesNotContain("A.cs", note);
    }

    [Fact]
    public void Commit_that_names_the_session_in_a_trailer_is_linked_without_any_edit()
    {
        LinkCommit commit = SessionBuilder.Commit("aa", 5, null, "A.cs") with { Keys = [new SessionKey("claude", "s1")] };

        LinkPlan plan = SessionBuilder.Plan([commit], SessionBuilder.Session("s1", [SessionBuilder.Response("r1", 1)]), SessionBuilder.Session("s2", [SessionBuilder.Response("r2", 1)]));

        Assert.Equal("aa:100", SessionBuilder.Describe(plan));
        Assert.Equal(LinkMethod.Recorded, plan.Links.Single().Method);
        Assert.Equal("s2 NoCommit:100", SessionBuilder.Rests(plan));
    }
}
