using AiAttribution.Core.Evidence;
using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Linking;
using AiAttribution.Core.Sessions.Notes;
using static AiAttribution.Core.Tests.Sessions.Linking.Work;

namespace AiAttribution.Core.Tests.Sessions.Linking;

public class SessionLinkerTests
{
    private const string Text = "int total = Sum(items);\nreturn total / items.Count;\n";

    [Fact]
    public void Written_lines_that_the_commit_added_link_by_content()
    {
        LinkPlan plan = Plan([Commit("aa", 5, 0, "A.cs", Text)], Session("s", [Response("r", 4)], Edit("A.cs", 4, Text)));

        Assert.Equal(LinkMethod.Content, Assert.Single(plan.Links).Method);
        Assert.Equal("aa:100", Shares(plan));
    }

    [Fact]
    public void Content_links_also_when_the_edit_is_older_than_the_parent()
    {
        LinkPlan plan = Plan([Commit("aa", 5, 4.5, "A.cs", Text)], Session("s", [Response("r", 4)], Edit("A.cs", 4, Text)));

        Assert.Equal(LinkMethod.Content, Assert.Single(plan.Links).Method);
    }

    [Fact]
    public void Braces_alone_are_no_content()
    {
        LinkPlan plan = Plan([Commit("aa", 5, 4.5, "A.cs", "{\n}\n" + Text)], Session("s", [Response("r", 4)], Edit("A.cs", 4, "{\n}\n")));

        Assert.Empty(plan.Links);
    }

    [Fact]
    public void Edited_file_links_only_between_parent_and_commit()
    {
        AgentSession session = Session("s", [Response("r", 4)], Edit("A.cs", 4));

        Assert.Equal(LinkMethod.Files, Assert.Single(Plan([Commit("aa", 5, 0, "A.cs", Text)], session).Links).Method);
        Assert.Empty(Plan([Commit("aa", 5, 4.5, "A.cs", Text)], session).Links);
        Assert.Empty(Plan([Commit("aa", 3, 0, "A.cs", Text)], session).Links);
    }

    [Fact]
    public void Time_alone_never_links()
    {
        LinkPlan plan = Plan([Commit("aa", 5, 0, "A.cs", Text)], Session("s", [Response("r", 4)], Edit("B.cs", 4, Text)));

        Assert.Empty(plan.Links);
        Assert.Equal("s NoCommit:100", Rests(plan));
    }

    [Fact]
    public void Transcript_that_shows_the_commit_beats_content()
    {
        AgentSession session = Session("s", [Response("r", 4)], Edit("A.cs", 4, Text)) with { Commits = [new SeenCommit("aa00000", At(5), null)] };

        Assert.Equal(LinkMethod.Transcript, Assert.Single(Plan([Commit("aa", 5, 0, "A.cs", Text)], session).Links).Method);
    }

    [Fact]
    public void Each_commit_gets_the_responses_since_the_commit_before()
    {
        LinkPlan plan = Plan(
            [Commit("aa", 5, 0, "A.cs", Text), Commit("bb", 10, 5, "B.cs", Text)],
            Session("s", [Response("1", 1, 1), Response("2", 4, 10), Response("3", 6, 100), Response("4", 30, 1000)], Edit("A.cs", 4, Text), Edit("B.cs", 9, Text)));

        Assert.Equal("aa:11, bb:100", Shares(plan));
        Assert.Equal("s AfterLastCommit:1000", Rests(plan));
    }

    [Fact]
    public void Closing_words_go_to_the_commit_before_them_when_silence_follows()
    {
        LinkCommit[] commits = [Commit("aa", 5, 0, "A.cs", Text), Commit("bb", 60, 5, "B.cs", Text)];
        EditedFile[] edits = [Edit("A.cs", 4, Text), Edit("B.cs", 59, Text)];

        Assert.Equal("aa:11, bb:100", Shares(Plan(commits, Session("s", [Response("1", 4, 1), Response("2", 6, 10), Response("3", 58, 100)], edits))));
        Assert.Equal("aa:1, bb:110", Shares(Plan([commits[0], Commit("bb", 15, 5, "B.cs", Text)], Session("s", [Response("1", 4, 1), Response("2", 6, 10), Response("3", 14, 100)], Edit("A.cs", 4, Text), Edit("B.cs", 14, Text)))));
    }

    [Fact]
    public void Response_that_may_still_grow_waits_for_the_next_capture()
    {
        AgentSession session = Session("s", [Response("1", 3, 1), Response("2", 4.9, 10)], Edit("A.cs", 4, Text));
        LinkInput input = new() { Commits = [Commit("aa", 5, 0, "A.cs", Text)], Sessions = [session], Now = At(5) };

        LinkPlan hook = SessionLinker.Plan(input);
        LinkPlan later = SessionLinker.Plan(input with { Now = At(60), Allocated = hook.Allocations.Values.Single().SelectMany(a => a.Responses).ToHashSet() });

        Assert.Equal("aa:1", Shares(hook));
        Assert.Equal("s InFlight:10", Rests(hook));
        Assert.Equal("aa:10", Shares(later));
    }

    [Fact]
    public void Subagent_without_an_edit_shares_the_commits_of_its_parent()
    {
        AgentSession child = Session("child", [Response("c", 3, 7)]) with { ParentId = "s" };
        LinkPlan plan = Plan([Commit("aa", 5, 0, "A.cs", Text)], Session("s", [Response("r", 4)], Edit("A.cs", 4, Text)), child);

        Assert.Equal("aa:107", Shares(plan));
        Assert.Equal("s", plan.Allocations.Values.Single().Single(a => a.Session == "child").Parent);
    }

    [Fact]
    public void Session_whose_subagents_wrote_everything_shares_their_commits()
    {
        AgentSession child = Session("child", [Response("c", 3, 7)], Edit("A.cs", 4, Text)) with { ParentId = "s" };

        Assert.Equal("aa:107", Shares(Plan([Commit("aa", 5, 0, "A.cs", Text)], Session("s", [Response("r", 4)]), child)));
    }

    [Fact]
    public void Of_two_concurrent_sessions_the_one_that_wrote_the_file_is_linked()
    {
        LinkPlan plan = Plan(
            [Commit("aa", 5, 0, "A.cs", Text)],
            Session("wrote", [Response("1", 4)], Edit("A.cs", 4, Text)),
            Session("touched", [Response("2", 4)], Edit("A.cs", 3, "something else\n")));

        Assert.Equal("wrote", Assert.Single(plan.Links).Session);
    }

    [Fact]
    public void Cherry_pick_does_not_take_the_edit_of_the_picked_commit()
    {
        LinkPlan plan = Plan(
            [Commit("bb", 5, 4, "A.cs", Text), Commit("aa", 5, 0, "A.cs", Text)],
            Session("s", [Response("r", 4)], Edit("A.cs", 4, Text)));

        Assert.Equal("aa", Assert.Single(plan.Links).Commit[..2]);
    }

    [Fact]
    public void Session_total_goes_to_the_only_commit_and_to_none_of_several()
    {
        AgentSession session = Session("s", [Response("r", 4)], Edit("A.cs", 4, Text), Edit("B.cs", 6, Text)) with { Exactness = Exactness.SessionTotal };

        Assert.Equal("aa:100", Shares(Plan([Commit("aa", 5, 0, "A.cs", Text)], session)));
        Assert.Equal("s SeveralCommits:100", Rests(Plan([Commit("aa", 5, 0, "A.cs", Text), Commit("bb", 8, 5, "B.cs", Text)], session)));
    }

    [Fact]
    public void Environment_of_the_hook_links_without_any_edit()
    {
        LinkCommit commit = Commit("aa", 5, 0, "A.cs", Text);
        LinkInput input = new()
        {
            Commits = [commit],
            Sessions = [Session("s", [Response("r", 4)])],
            Known = [new CommitLink("claude-code", "s", commit.Id, LinkMethod.Environment, commit.Time)],
        };

        Assert.Equal("aa:100", Shares(SessionLinker.Plan(input)));
    }

    [Fact]
    public void Text_of_a_log_stays_out_of_the_note()
    {
        AgentSession session = Session("/home/dev/app.md", [new UsageRecord("/home/dev", At(4), "model of dev@example.com", new TokenUsage(1, 1))], Edit("A.cs", 4, Text));

        string note = SessionNote.Write(Plan([Commit("aa", 5, 0, "A.cs", Text)], session).Allocations.Values.Single());

        Assert.DoesNotContain("dev", note);
        Assert.DoesNotContain("A.cs", note);
    }

    [Fact]
    public void Commit_that_names_the_session_in_a_trailer_is_linked_without_any_edit()
    {
        LinkCommit commit = Commit("aa", 5, null, "A.cs") with { Keys = [new SessionKey("claude", "s1")] };

        LinkPlan plan = Plan([commit], Session("s1", [Response("r1", 1)]), Session("s2", [Response("r2", 1)]));

        Assert.Equal("aa:100", Shares(plan));
        Assert.Equal(LinkMethod.Recorded, plan.Links.Single().Method);
        Assert.Equal("s2 NoCommit:100", Rests(plan));
    }
}
