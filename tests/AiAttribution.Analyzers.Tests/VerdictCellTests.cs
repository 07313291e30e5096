using AiAttribution.Analyzers.Tests.Fixtures;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Analyzers.Tests;

/// <summary>What the table says is what the analyzer reports, cell by cell.</summary>
public class VerdictCellTests
{
    [Theory]
    [MemberData(nameof(VerdictCells.All), MemberType = typeof(VerdictCells))]
    internal Task Member_of_ai_lines_is_reported_by_its_trails(TestTrail test, DeploymentTrail deployment, string? id)
    {
        char coverage = test switch
        {
            TestTrail.Tested => '+',
            TestTrail.Linked => 'l',
            TestTrail.FailedRun => 'f',
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
