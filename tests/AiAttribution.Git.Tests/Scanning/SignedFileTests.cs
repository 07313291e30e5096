using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Git.Tests.Fixtures.SignedStatements;

namespace AiAttribution.Git.Tests.Scanning;

/// <summary>Statements that others signed, as files in the tree: they count by a key that the policy names, for the commit that they speak of.</summary>
public sealed class SignedFileTests : IDisposable
{
    private const string Place = "provenance/app-v1.att.json";
    private const string Text = "one\ntwo\nthree\n";

    private readonly TestRepository _repository = new();
    private readonly StatementSigner _signer = new();

    public void Dispose()
    {
        _repository.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public void Statement_that_is_committed_with_its_code_names_the_lines()
    {
        _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation(Text, ("2-3", "ai"), ("1-1", "human")))).Commit("Work");

        ScanResult scan = Scan();

        Assert.Equal("oaa", States(scan));
        EvidenceStatement statement = scan.Attribution.Sources.SelectMany(s => s.Evidence).First();
        Assert.Equal((EvidenceKind.SignedStatement, EvidenceGrade.Lines, "codex", "gpt-5.5", Place), (statement.Kind, statement.Grade, statement.Agent, statement.Model, statement.Source));
        Assert.Empty(scan.Summary.Problems);
    }

    [Fact]
    public void Statement_that_is_committed_later_speaks_of_the_commit_that_gave_the_file_its_text()
    {
        string work = _repository.Write("A.cs", Text).Commit("Work");
        _repository.Write("B.cs", "four\n").Commit("More");
        _repository.Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Commit("Attest");

        ScanResult scan = Scan();

        Assert.Equal("aaa", States(scan));
        Assert.Equal(work, Assert.Single(scan.Attribution.Sources, s => s.Evidence.Count > 0).Commit);
    }

    [Fact]
    public void Lines_that_its_commit_did_not_add_stay_as_they_are()
    {
        _repository.Write("A.cs", "one\n").Commit("By hand");
        _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Commit("Work");

        Assert.Equal("oaa", States(Scan()));
    }

    [Fact]
    public void Agents_commit_is_named_by_its_id()
    {
        string work = _repository.Write("A.cs", Text).Commit("Work");
        _repository.Write("provenance/agent/1.intoto.jsonl", _signer.Sign(AgentCommit(work)) + "\n").Commit("Attest");

        ScanResult scan = Scan();

        Assert.Equal("aaa", States(scan));
        Assert.Equal(("claude-code", EvidenceGrade.Declared), scan.Attribution.Sources.SelectMany(s => s.Evidence).Select(e => (e.Agent, e.Grade)).First());
    }

    [Fact]
    public void What_lies_on_the_disk_alone_says_nothing()
    {
        _repository.Write("A.cs", Text).Commit("Work");
        _repository.Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai"))));

        Assert.Equal("ooo", States(Scan()));
    }

    [Fact]
    public void Statement_that_is_taken_out_again_says_nothing_any_more_and_the_older_commit_keeps_it()
    {
        string with = _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Commit("Work");
        _repository.Git("rm", "-q", Place);
        _repository.CommitStaged("Take it out");

        Assert.Equal("ooo", States(Scan(useCache: true)));
        Assert.Equal("aaa", States(Scan(with, useCache: true)));
        Assert.Equal("ooo", States(Scan(useCache: true)));
    }

    [Fact]
    public void Cache_knows_of_a_statement_that_came_later()
    {
        _repository.Write("A.cs", Text).Commit("Work");
        Assert.Equal("ooo", States(Scan(useCache: true)));
        _repository.Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Commit("Attest");

        Assert.Equal("aaa", States(Scan(useCache: true)));
    }

    [Fact]
    public void Key_that_the_policy_does_not_name_makes_no_evidence()
    {
        using var other = new StatementSigner();
        _repository.Write("A.cs", Text).Write(Place, other.Sign(Generation(Text, ("1-3", "ai")))).Commit("Work");

        ScanResult scan = Scan();

        Assert.Equal("ooo", States(scan));
        Assert.StartsWith($"{Place}: no signature of it is by the key", Assert.Single(scan.Summary.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_key_it_is_told_once_that_they_are_not_read()
    {
        _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Write("provenance/b.att.json", "{}").Commit("Work");

        ScanResult scan = Scan("HEAD", useCache: false, []);

        Assert.Equal("ooo", States(scan));
        Assert.Equal($"{Place} is not read: the policy names no key that signed statements are verified by (evidence.keys)", Assert.Single(scan.Summary.Problems));
    }

    [Theory]
    [InlineData("{\"_type\":\"https://in-toto.io/Statement/v1\"}", "nobody signed it")]
    [InlineData("no json", "is no")]
    [InlineData("{\"payload_type\":\"application/vnd.in-toto+json\",\"statement\":{}}", "Ed25519, which .NET has not")]
    public void What_is_no_signed_statement_is_told_with_its_place(string text, string reason)
    {
        _repository.Write("A.cs", Text).Write(Place, text).Commit("Work");

        string problem = Assert.Single(Scan().Summary.Problems);

        Assert.StartsWith(Place, problem, StringComparison.Ordinal);
        Assert.Contains(reason, problem);
    }

    [Fact]
    public void Statement_on_a_text_that_the_file_never_had_is_refused()
    {
        _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation("another text\n", ("1-1", "ai")))).Commit("Work");

        ScanResult scan = Scan();

        Assert.Equal("ooo", States(scan));
        Assert.Contains("no commit of this history gave the file 'A.cs' the text whose digest its statement names", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Statement_of_a_commit_of_another_repository_is_refused()
    {
        _repository.Write("A.cs", Text).Write("provenance/1.intoto.json", _signer.Sign(AgentCommit(new string('a', 40)))).Commit("Work");

        ScanResult scan = Scan();

        Assert.Equal("ooo", States(scan));
        Assert.Contains("is about commit aaaaaaaaaaaa…, which this history does not have", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Kind_that_does_not_count_is_passed_over()
    {
        _repository.Write("A.cs", Text).Write(Place, _signer.Sign(Generation(Text, ("1-3", "ai")))).Commit("Work");

        ScanResult scan = Scan("HEAD", useCache: false, [_signer], EvidenceKind.GitAiNote);

        Assert.Equal("ooo", States(scan));
        Assert.Empty(scan.Summary.Problems);
    }

    private ScanResult Scan(string rev = "HEAD", bool useCache = false) => Scan(rev, useCache, [_signer]);

    private ScanResult Scan(string rev, bool useCache, StatementSigner[] signers, params EvidenceKind[] kinds)
    {
        var evidence = new EvidenceOptions { Keys = [.. signers.Select(s => VerifyingKey.Of(s.Key))] };
        if (kinds.Length > 0)
            evidence = evidence with { Sources = kinds.ToHashSet() };
        using GitRepository opened = GitRepository.Open(_repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit(rev), new ScanOptions { Evidence = evidence, UseCache = useCache });
    }

    private static string States(ScanResult scan) => scan.Attribution.Files.TryGetValue("A.cs", out FileAttribution? file)
        ? string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(run.State switch { LineState.Ai => 'a', LineState.Other => 'o', _ => '?' }, run.Count)))
        : "ooo";
}
