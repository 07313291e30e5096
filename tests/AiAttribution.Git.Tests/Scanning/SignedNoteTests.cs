using System.Text;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Lines;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Git.Tests.Fixtures;
using AiAttribution.Testing.Repositories;
using static AiAttribution.Git.Tests.Fixtures.SignedStatements;

namespace AiAttribution.Git.Tests.Scanning;

/// <summary>Statements that others signed, in notes: they count by a key that the policy names, for the commit that they are about.</summary>
public sealed class SignedNoteTests : IDisposable
{
    private const string Reference = "refs/notes/provenance";
    private const string Text = "one\ntwo\nthree\n";

    private readonly TestRepository _repository = new();
    private readonly StatementSigner _signer = new();

    public void Dispose()
    {
        _repository.Dispose();
        _signer.Dispose();
    }

    [Fact]
    public void Commit_that_a_platform_says_its_agent_made_is_ai()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(AgentCommit(commit)));

        ScanResult scan = Scan(_signer);

        Assert.Equal("aaa", States(scan));
        EvidenceStatement statement = Assert.Single(scan.Attribution.Sources.Single().Evidence);
        Assert.Equal((EvidenceKind.SignedStatement, EvidenceGrade.Declared, "claude-code", "claude-opus-4-6", Reference), (statement.Kind, statement.Grade, statement.Agent, statement.Model, statement.Source));
        Assert.Empty(scan.Summary.Problems);
    }

    [Fact]
    public void Lines_that_openfab_names_are_ai_and_those_of_a_human_are_not()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(Generation(Text, ("2-3", "ai"), ("1-1", "human"))));

        ScanResult scan = Scan(_signer);

        Assert.Equal("oaa", States(scan));
        EvidenceStatement statement = scan.Attribution.Sources.SelectMany(s => s.Evidence).First();
        Assert.Equal((EvidenceKind.SignedStatement, EvidenceGrade.Lines, "codex", "gpt-5.5"), (statement.Kind, statement.Grade, statement.Agent, statement.Model));
    }

    [Fact]
    public void Several_statements_stand_one_on_each_line()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(AgentCommit(commit)) + "\n\n" + _signer.Sign("""{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"x"}],"predicateType":"https://example.com/other","predicate":{}}"""));

        ScanResult scan = Scan(_signer);

        Assert.Equal("aaa", States(scan));
        Assert.Empty(scan.Summary.Problems);
    }

    [Fact]
    public void Key_that_the_policy_does_not_name_makes_no_evidence()
    {
        using var other = new StatementSigner();
        string commit = Commit();
        Note(commit, other.Sign(AgentCommit(commit)));

        ScanResult scan = Scan(_signer);

        Assert.Equal("ooo", States(scan));
        Assert.Contains($"the note of commit {commit[..10]} in {Reference}: no signature of it is by the key", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Without_a_key_statements_are_notes_of_another_form()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(AgentCommit(commit)));

        ScanResult scan = Scan();

        Assert.Equal("ooo", States(scan));
        Assert.Empty(scan.Summary.Problems);
        Assert.Equal(1, scan.Summary.Foreign?.Count);
    }

    [Fact]
    public void Statement_of_another_commit_is_refused()
    {
        string first = Commit();
        string second = _repository.Write("B.cs", "four\n").Commit("More");
        Note(second, _signer.Sign(AgentCommit(first)));

        ScanResult scan = Scan(_signer);

        Assert.Equal("ooo", States(scan));
        Assert.Contains("its statement is about another commit", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Statement_on_another_text_of_the_file_is_refused()
    {
        Note(Commit(), _signer.Sign(Generation("another text\n", ("1-1", "ai"))));

        ScanResult scan = Scan(_signer);

        Assert.Equal("ooo", States(scan));
        Assert.Contains("the file 'A.cs' of this commit is not the one whose digest its statement names", Assert.Single(scan.Summary.Problems));
    }

    [Theory]
    [InlineData("3-2")]
    [InlineData("0-2")]
    [InlineData("1-99999999999")]
    [InlineData("all")]
    [InlineData("1-2,2-3")]
    public void Ranges_that_are_none_are_refused(string lines)
    {
        Note(Commit(), _signer.Sign(Generation(Text, (lines, "ai"))));

        ScanResult scan = Scan(_signer);

        Assert.Equal("ooo", States(scan));
        Assert.Contains("'generated'", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Path_out_of_the_repository_is_refused()
    {
        Note(Commit(), _signer.Sign(Generation(Text, ("1-1", "ai")).Replace("A.cs", "../A.cs", StringComparison.Ordinal)));

        Assert.Contains("'generated'", Assert.Single(Scan(_signer).Summary.Problems));
    }

    [Fact]
    public void Tampered_statement_is_refused()
    {
        string commit = Commit();
        string envelope = _signer.Sign(AgentCommit(commit));
        string model = Convert.ToBase64String(Encoding.UTF8.GetBytes(AgentCommit(commit).Replace("opus", "haiku", StringComparison.Ordinal)));
        Note(commit, $"{envelope[..(envelope.IndexOf("\"payload\":\"", StringComparison.Ordinal) + 11)]}{model}{envelope[envelope.IndexOf("\",\"signatures\"", StringComparison.Ordinal)..]}");

        ScanResult scan = Scan(_signer);

        Assert.Equal("ooo", States(scan));
        Assert.Contains("does not hold: statement or signature were changed after signing", Assert.Single(scan.Summary.Problems));
    }

    [Fact]
    public void Kind_that_does_not_count_is_passed_over()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(AgentCommit(commit)));
        var options = new EvidenceOptions { Keys = [VerifyingKey.Of(_signer.Key)], Sources = new HashSet<EvidenceKind> { EvidenceKind.GitAiNote } };

        using GitRepository opened = GitRepository.Open(_repository.Root);
        ScanResult scan = AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { Evidence = options, UseCache = false });

        Assert.Equal("ooo", States(scan));
        Assert.Empty(scan.Summary.Problems);
        Assert.Null(scan.Summary.Foreign);
    }

    [Fact]
    public void Cache_of_a_policy_without_the_key_is_not_taken_for_one_with_it()
    {
        string commit = Commit();
        Note(commit, _signer.Sign(AgentCommit(commit)));

        Assert.Equal("ooo", States(Scan(useCache: true)));
        Assert.Equal("aaa", States(Scan(useCache: true, _signer)));
        Assert.Equal("aaa", States(Scan(useCache: true, _signer)));
    }

    private string Commit() => _repository.Write("A.cs", Text).Commit("Work");

    private void Note(string commit, string text) => _repository.Git("notes", "--ref=" + Reference, "add", "-C", ScanRunner.Blob(_repository, text), commit);

    private ScanResult Scan(params StatementSigner[] signers) => Scan(false, signers);

    private ScanResult Scan(bool useCache, params StatementSigner[] signers)
    {
        using GitRepository opened = GitRepository.Open(_repository.Root);
        return AttributionScanner.Scan(opened, opened.ResolveCommit("HEAD"), new ScanOptions { Evidence = new EvidenceOptions { Keys = [.. signers.Select(s => VerifyingKey.Of(s.Key))] }, UseCache = useCache });
    }

    private static string States(ScanResult scan) => scan.Attribution.Files.TryGetValue("A.cs", out FileAttribution? file)
        ? string.Concat(file.Runs.SelectMany(run => Enumerable.Repeat(run.State switch { LineState.Ai => 'a', LineState.Other => 'o', _ => '?' }, run.Count)))
        : "ooo";
}
