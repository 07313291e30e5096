using AiAttribution.Core.Trails;

namespace AiAttribution.Analyzers.Tests;

/// <summary>Every cell of the table: test trail down, deployment trail across.</summary>
public class VerdictCellTests
{
    [Theory]
    [InlineData(TestTrail.Tested, DeploymentTrail.Deployed, null)]
    [InlineData(TestTrail.Tested, DeploymentTrail.Pending, null)]
    [InlineData(TestTrail.Tested, DeploymentTrail.None, "AIA1003")]
    [InlineData(TestTrail.Tested, DeploymentTrail.RolledBack, "AIA1003")]
    [InlineData(TestTrail.Tested, DeploymentTrail.Unknown, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.Deployed, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.Pending, null)]
    [InlineData(TestTrail.Linked, DeploymentTrail.None, "AIA1003")]
    [InlineData(TestTrail.Linked, DeploymentTrail.RolledBack, "AIA1003")]
    [InlineData(TestTrail.Linked, DeploymentTrail.Unknown, null)]
    [InlineData(TestTrail.None, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.None, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.None, DeploymentTrail.Unknown, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.Stale, DeploymentTrail.Unknown, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Deployed, "AIA1002")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Pending, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.None, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.RolledBack, "AIA1001")]
    [InlineData(TestTrail.Unmeasured, DeploymentTrail.Unknown, null)]
    public Task Member_of_ai_lines_is_reported_by_its_trails(TestTrail test, DeploymentTrail deployment, string? id)
    {
        char coverage = test switch
        {
            TestTrail.Tested => '+',
            TestTrail.Linked => 'l',
            TestTrail.Unmeasured => '?',
            _ => '-',
        };
        string name = id is null ? "Sum" : "[|Sum|]";
        Scenario scenario = new(
            $$"""
              |public static class Calc
              |{
            0{{coverage}}|    public static int {{name}}(int[] values)
            0{{coverage}}|    {
            0{{coverage}}|        int sum = 0;
            0{{coverage}}|        foreach (int value in values)
            0{{coverage}}|            sum += value;
            0{{coverage}}|        return sum;
            0{{coverage}}|    }
              |}
            """)
        {
            Deployment = deployment,
            Measurement = test switch
            {
                TestTrail.Stale => FileMeasurement.Stale,
                TestTrail.Unmeasured or TestTrail.Linked => FileMeasurement.Unmeasured,
                _ => FileMeasurement.Measured,
            },
        };

        return scenario.VerifyAsync(id);
    }
}
