using System.Text.Json;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Core.Model;
using AiAttribution.Core.Text;

namespace AiAttribution.Reports.Statements;

/// <summary>What somebody who promotes an artifact asks of a statement.</summary>
internal sealed record StatementDemands
{
    /// <summary>Files that the statement must be about.</summary>
    public IReadOnlyList<ReportArtifact> Artifacts { get; init; } = [];

    /// <summary>Start of the id of the commit that it must be of, lower case; null for any.</summary>
    public string? Commit { get; init; }

    /// <summary>Key of the repository that it must be of; null for any.</summary>
    public string? Repository { get; init; }

    /// <summary>SHA-256 of the policy file that must have been applied; null for any.</summary>
    public string? Policy { get; init; }
}

/// <summary>Checks what a signed statement says: digests, commit, repository, policy, and the answer of the gate.</summary>
internal static class StatementCheck
{
    /// <summary>The findings in the order in which people ask.</summary>
    public static IReadOnlyList<StatementFinding> Of(SignedStatement statement, StatementDemands demands) => statement.PredicateType switch
    {
        AttributionStatement.PredicateType => [.. Artifacts(statement, demands.Artifacts), .. Predicate(statement, demands), Gate(statement.Predicate.Get("gate"), Range(statement.Predicate.Get("range")))],
        TestResultReport.Type => [.. Artifacts(statement, demands.Artifacts), .. Tests(statement, demands), Result(statement.Predicate.Text("result"))],
        var type => [Refused("statement", $"says '{Shown(type)}', which is no statement of AiAttribution")],
    };

    private static IEnumerable<StatementFinding> Artifacts(SignedStatement statement, IReadOnlyList<ReportArtifact> artifacts)
    {
        int files = statement.Subjects.Count(s => s.Sha256 is not null);
        if (artifacts.Count == 0 && files > 0)
            yield return Open("artifact", $"{Figures.Count(files, "file")} by digest; name them with --artifact");
        foreach (ReportArtifact artifact in artifacts)
        {
            if (statement.Subjects.Any(s => s.Sha256 == artifact.Sha256))
                yield return Fine("artifact", $"{artifact.Name}, sha256 {artifact.Sha256[..12]}");
            else if (statement.Subjects.FirstOrDefault(s => s.Name == artifact.Name && s.Sha256 is not null) is { } other)
                yield return Refused("artifact", $"{artifact.Name} is another file than the one that it is about: sha256 {Short(other.Sha256)} there, {artifact.Sha256[..12]} here");
            else
                yield return Refused("artifact", $"{artifact.Name}, sha256 {artifact.Sha256[..12]}, is {(files == 0 ? "no subject of it; it is about a commit" : files == 1 ? "not the file that it is about" : $"none of its {Figures.Number(files)} files")}");
        }
    }

    private static IEnumerable<StatementFinding> Predicate(SignedStatement statement, StatementDemands demands)
    {
        JsonElement predicate = statement.Predicate;
        string? commit = predicate.Text("commit");
        yield return statement.Subjects.FirstOrDefault(s => s.Commit is not null && s.Commit != commit) is { } other
            ? Refused("commit", $"is of {Short(commit)} and about {Short(other.Commit)}")
            : Commit(commit, demands.Commit);
        string? repository = predicate.Get("repository").Text("key");
        if (demands.Repository is not { } asked)
            yield return Open("repository", repository is null ? "names none" : $"{Shown(repository)}; say which it must be with --repo, in a clone with a remote");
        else
            yield return repository == asked ? Fine("repository", asked) : Refused("repository", $"is of {(repository is null ? "no repository that it names" : $"'{Shown(repository)}'")}, not of '{asked}'");
        yield return Policy(predicate.Get("policy").Text("sha256"), demands.Policy);
    }

    private static IEnumerable<StatementFinding> Tests(SignedStatement statement, StatementDemands demands)
    {
        yield return Commit(statement.Subjects.Select(s => s.Commit).FirstOrDefault(c => c is not null), demands.Commit);
        if (demands.Repository is not null)
            yield return Refused("repository", "names none; a test result does not");
        yield return Policy(statement.Predicate.Get("configuration").Items().Select(c => c.Get("digest").Text("sha256")).FirstOrDefault(d => d is not null), demands.Policy);
    }

    private static StatementFinding Commit(string? commit, string? asked) => (commit, asked) switch
    {
        (null, null) => Open("commit", "names none"),
        (null, _) => Refused("commit", $"names none, and {Short(asked)} is asked for"),
        (_, null) => Open("commit", $"{Short(commit)}; say which it must be with --commit or --repo"),
        _ => commit.StartsWith(asked, StringComparison.Ordinal) ? Fine("commit", Short(commit)) : Refused("commit", $"is of {Short(commit)}, not of {Short(asked)}: a statement of another build"),
    };

    private static StatementFinding Policy(string? digest, string? asked) => asked is null
        ? Open("policy", digest is null ? "the defaults were applied" : $"sha256 {Short(digest)}; compare it with --policy")
        : digest == asked ? Fine("policy", $"sha256 {Short(digest)}") : Refused("policy", $"applied {(digest is null ? "the defaults" : $"sha256 {Short(digest)}")}, not sha256 {Short(asked)}");

    private static string Range(JsonElement range) => range.Text("base") is { } from ? $", of what {Figures.Count((int)Math.Min(range.Count("commits"), int.MaxValue), "commit")} since {Shown(from)} brought" : "";

    private static StatementFinding Gate(JsonElement gate, string range)
    {
        JsonElement[] rules = [.. gate.Get("rules").Items()];
        string words = $"{Figures.Number(rules.Count(r => r.IsTrue("fails")))} of {Figures.Count(rules.Length, "rule fails", "rules fail")}{range}";
        return (gate.Text("state"), gate.Get("fails").ValueKind) switch
        {
            ("clear", JsonValueKind.False) => Fine("gate", $"clear, {words}"),
            ("cannot tell", JsonValueKind.False) => Open("gate", $"cannot tell, {words}"),
            ("cannot tell", JsonValueKind.True) => new(StatementAnswer.CannotTell, "gate", $"cannot tell, and the policy demands an answer: {words}"),
            ("blocked", JsonValueKind.True) => new(StatementAnswer.Violated, "gate", $"blocked, {words}"),
            _ => Refused("gate", "has no answer that can be read"),
        };
    }

    private static StatementFinding Result(string? result) => result switch
    {
        "PASSED" => Fine("gate", "passed"),
        "WARNED" => Open("gate", "warned"),
        "FAILED" => new(StatementAnswer.Violated, "gate", "failed"),
        _ => Refused("gate", "has no answer that can be read"),
    };

    private static StatementFinding Fine(string about, string text) => new(StatementAnswer.Fine, about, text);

    private static StatementFinding Open(string about, string text) => new(StatementAnswer.Open, about, text);

    private static StatementFinding Refused(string about, string text) => new(StatementAnswer.Refused, about, text);

    private static string Short(string? digest) => digest is null ? "none" : Shown(digest[..Math.Min(12, digest.Length)]);

    private static string Shown(string text) => Printable.Of(Cut.At(text, 120));
}

/// <summary>One thing that was checked.</summary>
/// <param name="Answer">What came of it.</param>
/// <param name="About">What it is about, such as <c>commit</c>.</param>
/// <param name="Text">The rest of the sentence.</param>
internal sealed record StatementFinding(StatementAnswer Answer, string About, string Text);

/// <summary>What came of a check.</summary>
internal enum StatementAnswer
{
    /// <summary>It holds.</summary>
    Fine,

    /// <summary>It was not asked for, or is not known; it stops nothing.</summary>
    Open,

    /// <summary>The gate could not be told, and has to be.</summary>
    CannotTell,

    /// <summary>The gate is blocked.</summary>
    Violated,

    /// <summary>The statement is not of what it is shown for.</summary>
    Refused,
}
