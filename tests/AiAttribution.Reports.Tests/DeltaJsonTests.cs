using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Json;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class DeltaJsonTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-delta.schema.json");

    [Fact]
    public Task Comparison_with_something_in_every_place() => Verify(DeltaJson.Write(DeltaBuilder.Report()), "json");

    [Fact]
    public void Comparisons_are_valid()
    {
        ReleasePoint point = DeltaBuilder.Point("v1", "1111111111111111111111111111111111111111");

        Assert.Empty(Errors(DeltaBuilder.Report()));
        Assert.Empty(Errors(point.Report with { Delta = ReleaseDelta.Of(point, point, [], TokenLedger.Empty) }));
    }

    [Fact]
    public void Schema_has_no_key_for_a_person()
    {
        string[] forbidden = ["author", "committer", "email", "user", "login", "builder"];
        Assert.DoesNotContain(Schema.Keys, k => forbidden.Any(f => k.Contains(f, StringComparison.OrdinalIgnoreCase)));
    }

    private static IReadOnlyList<string> Errors(ReportModel report) => Schema.Errors(DeltaJson.Write(report));
}
