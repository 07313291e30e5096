using AiAttribution.Core.Evidence;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class ForeignNoteTests
{
    private const string GitAi = "A.cs\n  s_59382cac373d67::t_1 2\n---\n{\"schema_version\":\"authorship/3.0.0\",\"sessions\":{\"s_59382cac373d67\":{\"agent_id\":{\"tool\":\"codex\",\"id\":\"x\"}}}}";

    [Theory]
    [InlineData("ai-attribution")]
    [InlineData("ai")]
    [InlineData("commits")]
    [InlineData("team/agents")]
    [InlineData("aiattribution/sessions")]
    public void Lines_of_git_ai_are_read_in_whatever_reference_they_lie(string reference)
    {
        using TestRepository repository = Noted(reference, GitAi);

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal("oao", States(result));
        EvidenceStatement statement = result.Attribution.Sources[0].Evidence[0];
        Assert.Equal((EvidenceGrade.Lines, "codex", "refs/notes/" + reference), (statement.Grade, statement.Agent, statement.Source));
        Assert.Empty(result.Summary.Problems);
        Assert.Null(result.Summary.Foreign);
    }

    [Theory]
    [InlineData("""{"version":1,"generator":"Qwen-Coder","files":{"A.cs":{"aiChars":200,"humanChars":0,"percent":100}}}""", "aaa")]
    [InlineData("{\n  \"generator\": \"Qwen-Coder\",\n  \"files\": {\n    \"A.cs\": { \"percent\": 100 }\n  }\n}", "aaa")]
    [InlineData("""{"version":1,"generator":"Qwen-Coder","files":{"A.cs":{"aiChars":0,"humanChars":20,"percent":0}}}""", "ooo")]
    [InlineData("""{"version":1,"generator":"Qwen-Coder","files":{"A.cs":{"aiChars":10,"humanChars":20,"percent":33}}}""", "ppp")]
    [InlineData("""{"version":1,"generator":"Qwen-Coder","files":{"B.cs":{"percent":100}}}""", "ooo")]
    [InlineData("""{"version":1,"generator":"Qwen-Coder","files":{"A.cs":{"per""", "???")]
    [InlineData("""{"risk":"low"}""", "???")]
    public void Shares_of_files_say_all_nothing_or_that_it_is_not_known(string note, string expected)
    {
        using TestRepository repository = Noted("ai-attribution", note);

        Assert.Equal(expected, States(ScanRunner.Scan(repository)));
    }

    [Theory]
    [InlineData("agentblame", """{"version":2,"timestamp":"x","attributions":[{"path":"A.cs","startLine":2,"endLine":2,"category":"ai_generated","provider":"cursor","model":null}]}""", "oao")]
    [InlineData("agentblame", """{"version":3,"timestamp":"x","sessions":{},"files":{}}""", "ooo")]
    [InlineData("agentblame", """{"version":2,"timestamp":"x","attributions":[{"path":"A.cs","startL""", "???")]
    [InlineData("agentblame-analytics", """{"version":1,"summary":{"totalLines":3}}""", "ooo")]
    [InlineData("whogitit", """{"version":3,"session":{},"files":[{"path":"A.cs","lines":[{"line_number":2,"source":{"type":"AI"}},{"line_number":3,"source":{"type":"Human"}},{"line_number":1,"source":{"type":"Unknown"}}]}]}""", "?ao")]
    [InlineData("whogitit", """{"something":"else"}""", "???")]
    public void Notes_of_Agent_Blame_and_whogitit_name_lines(string reference, string note, string expected)
    {
        using TestRepository repository = Noted(reference, note);

        Assert.Equal(expected, States(ScanRunner.Scan(repository)));
    }

    [Fact]
    public void Share_of_a_whole_file_counts_for_the_lines_that_the_commit_added()
    {
        using TestRepository repository = new();
        repository.Write("A.cs", "one\ntwo\n").Commit("Start");
        Note(repository, repository.Write("A.cs", "one\nnew\ntwo\n").Commit("Add"), "ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""");

        AttributionResult result = ScanRunner.Scan(repository).Attribution;

        Assert.Equal([LineState.Other, LineState.Ai, LineState.Other], ScanRunner.States(result, "A.cs"));
        Assert.Equal((EvidenceKind.FileShareNote, EvidenceGrade.Declared, "qwen-code"), (result.Sources[0].Evidence[0].Kind, result.Sources[0].Evidence[0].Grade, result.Sources[0].Evidence[0].Agent));
    }

    [Fact]
    public void Note_that_names_lines_decides_before_a_share_of_the_file()
    {
        using TestRepository repository = Noted("ai", GitAi);
        Note(repository, "HEAD", "ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":50}}}""");

        Assert.Equal("oao", States(ScanRunner.Scan(repository)));
    }

    [Fact]
    public void Trailer_of_the_commit_decides_before_a_share_of_some_lines()
    {
        using TestRepository repository = new();
        Note(repository, repository.Write("A.cs", "one\ntwo\nthree\n").Commit(ScanRunner.ByClaude), "ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":50}}}""");

        Assert.Equal("aaa", States(ScanRunner.Scan(repository)));
    }

    [Fact]
    public void Hundred_and_fifty_notes_of_another_tool_are_no_problem_and_told_once()
    {
        using TestRepository repository = new();
        for (int i = 0; i < 150; i++)
            Note(repository, repository.Write("A.cs", $"{i}\n").Commit("Change"), "ai-attribution", "{\"hook\":\"pre-run\"}");

        ScanSummary summary = ScanRunner.Scan(repository).Summary;

        Assert.Empty(summary.Problems);
        Assert.Equal((150, "refs/notes/ai-attribution"), (summary.Foreign!.Count, Assert.Single(summary.Foreign.References)));
        Assert.StartsWith("150 notes of another form than is known, in refs/notes/ai-attribution, such as that of commit ", summary.Foreign.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Note_about_something_else_leaves_lines_as_they_are()
    {
        using TestRepository repository = Noted("commits", "Reviewed on Monday.");

        Assert.Equal("ooo", States(ScanRunner.Scan(repository)));
    }

    [Fact]
    public void Damaged_notes_are_told_once_for_each_reference_and_leave_their_lines_unknown()
    {
        using TestRepository repository = new();
        string first = repository.Write("A.cs", "one\n").Commit("Change");
        string second = repository.Write("A.cs", "one\ntwo\n").Commit("Change");
        Note(repository, first, "ai", "A.cs\n  s_1::t_1 1\n");
        Note(repository, second, "ai", "A.cs\n  s_1::t_1 x\nB.cs\n  s_1::t_1 1\n---\n{}");

        ScanResult result = ScanRunner.Scan(repository);

        Assert.EndsWith("; and 1 more of refs/notes/ai", Assert.Single(result.Summary.Problems), StringComparison.Ordinal);
        Assert.Equal([LineState.Ai, LineState.Unknown], ScanRunner.States(result.Attribution, "A.cs"));
    }

    [Fact]
    public void Notes_that_git_sorted_are_told_and_their_lines_are_unknown()
    {
        using TestRepository repository = Noted("ai", "A.cs\n  s_1::t_1 2\nB.cs\n  s_1::t_1 1\n---\n{\n  \"schema_version\": \"authorship/3.0.0\"\n}");
        string ours = repository.Git("rev-parse", "refs/notes/ai").Trim();
        repository.Git("notes", "--ref=ai", "add", "-f", "-m", "A.cs\n  s_2::t_1 3\n---\n{\n  \"schema_version\": \"authorship/3.0.0\"\n}", "HEAD");
        repository.Git("update-ref", "refs/notes/theirs", "refs/notes/ai");
        repository.Git("update-ref", "refs/notes/ai", ours + "^{commit}");
        repository.Git("update-ref", "refs/notes/ai", repository.Git("commit-tree", "-m", "ours", ours + "^{tree}").Trim());
        repository.Git("notes", "--ref=ai", "merge", "-q", "-s", "cat_sort_uniq", "theirs");
        repository.Git("update-ref", "-d", "refs/notes/theirs");

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal("???", States(result));
        Assert.Contains("cat_sort_uniq", Assert.Single(result.Summary.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Our_record_beside_text_of_another_tool_in_one_note_keeps_both()
    {
        string record = """{"v":1,"id":"i","agent":"claude-code","session":"s","method":"files","exactness":"exact","models":[],"responses":[]}""";
        using TestRepository repository = Noted("ai-attribution", record + "\n" + GitAi);

        ScanResult result = ScanRunner.Scan(repository);

        Assert.Equal("oao", States(result));
        Assert.Equal(["git-ai-note", "session-note"], result.Attribution.Sources[0].Evidence.Select(e => EvidenceKindNames.Of(e.Kind)).Order());
    }

    [Fact]
    public void Kinds_that_a_policy_leaves_out_are_not_read()
    {
        using TestRepository repository = Noted("ai-attribution", """{"generator":"Qwen-Coder","files":{"A.cs":{"percent":100}}}""");
        var options = new ScanOptions { Evidence = new EvidenceOptions { Sources = new HashSet<EvidenceKind> { EvidenceKind.CoAuthorTrailer } } };

        Assert.Empty(ScanRunner.Scan(repository, options).Attribution.Files);
    }

    [Fact]
    public void Reference_that_points_at_no_commit_is_passed_over()
    {
        using TestRepository repository = Noted("ai", GitAi);
        repository.Git("update-ref", "refs/notes/odd", ScanRunner.Blob(repository, "odd"));

        Assert.Equal("oao", States(ScanRunner.Scan(repository)));
    }

    private static TestRepository Noted(string reference, string note)
    {
        TestRepository repository = new();
        Note(repository, repository.Write("A.cs", "one\ntwo\nthree\n").Commit("Add"), reference, note);
        return repository;
    }

    private static void Note(TestRepository repository, string commit, string reference, string note) =>
        repository.Git("notes", "--ref=" + reference, "add", "-C", ScanRunner.Blob(repository, note), commit);

    private static string States(ScanResult result) =>
        result.Attribution.Files.TryGetValue("A.cs", out FileAttribution? file)
            ? string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(run.State switch { LineState.Ai => 'a', LineState.Other => 'o', LineState.InPart => 'p', _ => '?' }, run.Count)))
            : "ooo";
}
