using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Deployments;

/// <summary>
/// The scenarios of the reference model of normalised deployments. The day is where its <c>runs</c> let the stretch begin in which the changed version is live at the end;
/// null where it is not. The base version is <c>a</c>, the changed one <c>ab</c>, both live in one service.
/// </summary>
public class NormalisedDeploymentTests
{
    [Theory]
    [InlineData("one change, one deployment", "0a 3ab", 3)]
    [InlineData("the same change, several deployments on a day", "0a 3ab 3ab 3ab", 3)]
    [InlineData("redeployed daily", "0a 3ab 4ab 5ab 6ab 7ab", 3)]
    [InlineData("back and forth", "0a 3ab 4a 5ab 6a 7ab 8a 9ab", 9)]
    [InlineData("rolled back", "0a 3ab 8a", null)]
    [InlineData("rolled back and landed again", "0a 3ab 5a 9ab", 9)]
    [InlineData("on the last day", "0a 27ab", 27)]
    [InlineData("toggled, ends at the base", "0a 3ab 4a 5ab 6a", null)]
    public void Change_is_live_since_the_start_of_its_last_run(string scenario, string deployments, int? day)
    {
        PlacedDeployment[] placed = [.. deployments.Split(' ').Select((d, i) => LetterHistory.At(1 + int.Parse(d.TrimEnd('a', 'b')), d.TrimStart([.. "0123456789"]), hour: i))];

        Deployment deployment = new LetterHistory().Judge(placed).Of(LetterHistory.Change("ab"));

        Assert.True(day is null == (deployment.Trail == DeploymentTrail.RolledBack), scenario);
        Assert.True(day is null || deployment.Shipped!.Value.Date == DeploymentFileReader.Day(1 + day.Value).Date, scenario);
    }

    [Fact]
    public void Going_back_and_forth_counts_every_step_back() =>
        Assert.Equal(3, new LetterHistory().Timeline(LetterHistory.At(1, "a"), LetterHistory.At(3, "ab"), LetterHistory.At(4, "a"), LetterHistory.At(5, "ab"), LetterHistory.At(6, "a"), LetterHistory.At(7, "ab"), LetterHistory.At(8, "a"), LetterHistory.At(9, "ab")).Count(StepKind.Rollback));
}
