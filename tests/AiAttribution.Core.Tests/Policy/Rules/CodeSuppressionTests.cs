using AiAttribution.Core.Policy;

namespace AiAttribution.Core.Tests.Policy.Rules;

public class CodeSuppressionTests
{
    [Theory]
    [InlineData("payments: is replaced in v4; until 2027-01-31", "payments", "is replaced in v4")]
    [InlineData(" @acme/payments : see issue 7: slow; really ;until  2027-01-31. ", "@acme/payments", "see issue 7: slow; really")]
    [InlineData("core: old; Until 2027-01-31", "core", "old")]
    public void Justification_with_team_reason_and_day_is_a_waiver(string justification, string owner, string reason)
    {
        Waiver waiver = Of(justification).Waiver!;

        Assert.Equal((owner, reason, new DateOnly(2027, 1, 31), "a.cs", 3), (waiver.Owner, waiver.Reason, waiver.Expires, waiver.File, waiver.Line));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("it is fine")]
    [InlineData("payments: is replaced")]
    [InlineData("payments: ; until 2027-01-31")]
    [InlineData("payments: is replaced; until 2027-02-30")]
    [InlineData("payments: is replaced; until soon")]
    [InlineData("@kim: is replaced; until 2027-01-31")]
    [InlineData("kim@example.com: is replaced; until 2027-01-31")]
    public void Anything_else_is_none(string? justification) => Assert.Null(Of(justification).Waiver);

    private static CodeSuppression Of(string? justification) => new("AIA2007", justification, "a.cs", 3, [new WaivedLines("a.cs", 3, 9)]);
}
