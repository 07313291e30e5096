using System.Text;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Ledger;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;
using static AiAttribution.Testing.Verify.Verifier;

namespace AiAttribution.Reports.Tests;

public class DeltaMarkdownTests
{
    [Fact]
    public Task Comparison_with_something_in_every_place() => Verify(DeltaMarkdown.Write(DeltaBuilder.Report()), "md");

    [Fact]
    public Task Comparison_of_a_release_with_itself() => Verify(Text([], []), "md");

    [Theory]
    [InlineData(5_000, 20)]
    [InlineData(200, 3_000)]
    public void Comment_stays_below_the_limit_and_tells_of_the_rest(int members, int length)
    {
        MemberRecord[] many = [.. Enumerable.Range(0, members).Select(n => DeltaBuilder.Member($"{new string('x', length)}{n}|`<", TestTrail.None, path: $"{new string('p', length)}.cs"))];

        string text = Text(many[..(members / 2)], many[(members / 4)..]);

        Assert.True(Encoding.UTF8.GetByteCount(text) <= DeltaMarkdown.MostBytes);
        Assert.Contains("in `AiAttribution.delta.json`.", text, StringComparison.Ordinal);
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
    }

    [Fact]
    public void Hostile_names_stay_code_in_their_cell()
    {
        string row = Text([], [DeltaBuilder.Member("<img src=x>@all|`", TestTrail.None)]).Split('\n').Single(l => l.Contains("img", StringComparison.Ordinal));

        Assert.StartsWith("| `` <img src=x>@all\\|` `` | `src/Calc.cs:10` |", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_of_a_release_stays_code()
    {
        ReleasePoint point = DeltaBuilder.Point("v1`</summary>|#1", "1111111111111111111111111111111111111111");

        Assert.Contains("compared with ``v1`</summary>\\|#1``", Text(point, point), StringComparison.Ordinal);
    }

    private static string Text(MemberRecord[] before, MemberRecord[] after) => Text(DeltaBuilder.Point("v1", "1111111111111111111111111111111111111111", before), DeltaBuilder.Point("v2", "2222222222222222222222222222222222222222", after));

    private static string Text(ReleasePoint before, ReleasePoint after) => DeltaMarkdown.Write(after.Report with { Delta = ReleaseDelta.Of(before, after, [], TokenLedger.Empty) });
}
