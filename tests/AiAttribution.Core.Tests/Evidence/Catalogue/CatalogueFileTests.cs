using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Evidence.Catalogue;

/// <summary>The data of the catalogue: every row is found by its example alone, and what resembles it is silent.</summary>
public partial class CatalogueFileTests
{
    private static readonly IdentityTable Identities = new(EvidenceOptions.Default);

    public static TheoryData<string> Kinds => [.. CatalogueFile.Rows.Select(row => row.Kind).Distinct()];

    [Fact]
    public void Every_kind_is_read_by_code() =>
        Assert.Equal(["disclosure", "footer", "identity", "model", "name", "session", "word"], CatalogueFile.Rows.Select(row => row.Kind).Distinct().Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_row_is_found_by_its_example(string kind)
    {
        IEnumerable<string> missed = CatalogueFile.Of(kind).Where(row => !Statements(row).Any(s => IsOf(row, s))).Select(row => row.Example);

        Assert.Empty(missed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_example_is_found_by_two_rows(string kind)
    {
        CatalogueRow[] rows = [.. CatalogueFile.Of(kind)];

        IEnumerable<string> others = rows.Where(row => Deciding(rows, row.Example) is not [{ } only] || only != row)
            .Select(row => $"{row.Example}: {string.Join(", ", Deciding(rows, row.Example).Select(r => $"{r.Pattern} {r.Name}"))}");

        Assert.Empty(others);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_look_alike_is_silent(string kind)
    {
        IEnumerable<string> found = CatalogueFile.Of(kind).Where(row => Found(kind, row.LookAlike).Any()).Select(row => row.LookAlike);

        Assert.Empty(found);
    }

    [Fact]
    public void Every_row_tells_where_and_since_when_it_is_seen() => Assert.All(CatalogueFile.Rows, row =>
    {
        Assert.Matches(@"^20(2[3-9]|3\d)-(0[1-9]|1[0-2])$", row.Seen);
        Assert.Matches("^(corpus|https://[a-z].*[^/])$", row.Source);
        Assert.True(row.Pattern.Length > 0 && row.Example.Length > 0 && row.LookAlike.Length > 0, row.Pattern);
    });

    private static IEnumerable<EvidenceStatement> Statements(CatalogueRow row) => Found(row.Kind, row.Example);

    private static IEnumerable<EvidenceStatement> Found(string kind, string line) => kind == "identity"
        ? CommitClassifier.Classify("Add parser\n", author: line).Concat(CommitClassifier.ClassifyTrailer($"Co-authored-by: {line}"))
        : CommitClassifier.ClassifyTrailer(line);

    private static bool IsOf(CatalogueRow row, EvidenceStatement statement) => row.Kind switch
    {
        "identity" => statement.Agent == row.Agent && statement.Grade == EvidenceGrade.Declared,
        "name" => statement.Agent == row.Agent,
        "disclosure" => statement.Source == row.Pattern && statement.Grade == EvidenceGrade.Declared,
        "session" => statement.Source == row.Pattern && statement.Session?.Provider == row.Name && statement.Agent == row.Agent,
        "model" => statement.Model is not null,
        "word" => statement is { Agent: AgentNames.Unknown, Grade: EvidenceGrade.Declared },
        _ => statement.Kind == EvidenceKind.Footer && statement.Grade == (row.Trait == "weak" ? EvidenceGrade.Weak : EvidenceGrade.Declared),
    };

    /// <summary>Rows that decide a line: those whose pattern stands in it and is no part of a longer one that does.</summary>
    private static CatalogueRow[] Deciding(CatalogueRow[] rows, string line)
    {
        if (rows[0].Kind == "identity")
            return [.. rows.Where(row => Identities.Match(line.AsSpan(0, line.LastIndexOf('<')), line[(line.LastIndexOf('<') + 1)..^1]) is { } found && found.Email == row.Pattern && (found.Name ?? "") == row.Name)];
        CatalogueRow[] inside = [.. rows.Where(row => Stands(row, line))];
        return [.. inside.Where(row => !inside.Any(other => other.Pattern.Length > row.Pattern.Length && other.Pattern.Contains(row.Pattern, StringComparison.OrdinalIgnoreCase)))];
    }

    private static bool Stands(CatalogueRow row, string line) => row.Kind is "disclosure" or "session"
        ? line.StartsWith(row.Pattern + ":", StringComparison.OrdinalIgnoreCase)
        : Regex.IsMatch(Value().Replace(line, ""), $@"(?<![\w-]){Regex.Escape(row.Pattern)}(?![A-Za-z])", RegexOptions.IgnoreCase);

    [GeneratedRegex("^(AI-agent|AI-model|Assisted-by): ")]
    private static partial Regex Value();
}
