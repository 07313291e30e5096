using System.Globalization;
using AiAttribution.CodeFixes.Tests.Fixtures;

namespace AiAttribution.CodeFixes.Tests;

/// <summary>AIA1001, AIA1002: a waiver in the form of the policy, which is none until a person wrote team and reason into it.</summary>
public class WaiverFixTests
{
    private static readonly string Day = DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public Task Member_gets_a_waiver_without_team_and_reason() => new Fix<WaiverFix>("""
        using System.Diagnostics.CodeAnalysis;

        public class Shipping
        {
            /// <summary>What it costs.</summary>
            public int /*AIA1001*/{|AIA1001:Cost|}(int weight) => weight;
        }

        """).GivesAsync($$"""
        using System.Diagnostics.CodeAnalysis;

        public class Shipping
        {
            /// <summary>What it costs.</summary>
            [SuppressMessage("AiAttribution", "AIA1001", Justification = "@TEAM: ; until {{Day}}")]
            public int /*AIA1001*/Cost(int weight) => weight;
        }

        """);

    [Fact]
    public Task Team_of_another_waiver_is_taken() => new Fix<WaiverFix>("""
        using System.Diagnostics.CodeAnalysis;

        public class Shipping
        {
            [SuppressMessage("AiAttribution", "AIA1001", Justification = "payments: is replaced in v4; until 2027-01-31")]
            public int Old(int weight) => weight;

            public int Cost
            {
                /*AIA1002*/{|AIA1002:get|} => 1;
            }
        }

        """).GivesAsync($$"""
        using System.Diagnostics.CodeAnalysis;

        public class Shipping
        {
            [SuppressMessage("AiAttribution", "AIA1001", Justification = "payments: is replaced in v4; until 2027-01-31")]
            public int Old(int weight) => weight;

            public int Cost
            {
                /*AIA1002*/
                [SuppressMessage("AiAttribution", "AIA1002", Justification = "payments: ; until {{Day}}")]
                get => 1;
            }
        }

        """);
}
