using AiAttribution.Analyzers.Tests.Fixtures;
using AiAttribution.Core.Deployments;

namespace AiAttribution.Analyzers.Tests;

/// <summary>Text that changed since it was recorded: lines are found again by what is on them, never by their number.</summary>
public class EditedTextTests
{
    private const string Calc =
        """
          |public static class Calc
          |{
         +|    public static int Largest(int a, int b)
         +|    {
         +|        int largest = a;
         +|        if (b > largest)
         +|            largest = b;
         +|        return largest;
         +|    }
          |
        0-|    public static int [|Sum|](int[] values)
        0-|    {
        0-|        int sum = 0;
        0-|        foreach (int value in values)
        0-|            sum += value;
        0-|        return sum;
        0-|    }
          |}
        """;

    [Fact]
    public Task Text_as_recorded_is_reported() => new Scenario(Calc).VerifyAsync("AIA1001");

    [Fact]
    public Task Lines_typed_above_move_the_warning_with_its_member() => new Scenario(Calc)
    {
        Now = """
            public static class Calc
            {
                public static int Smallest(int a, int b)
                {
                    int smallest = a;
                    if (b < smallest)
                        smallest = b;
                    return smallest;
                }

                public static int Largest(int a, int b)
                {
                    int largest = a;
                    if (b > largest)
                        largest = b;
                    return largest;
                }

                public static int [|Sum|](int[] values)
                {
                    int sum = 0;
                    foreach (int value in values)
                        sum += value;
                    return sum;
                }
            }
            """,
    }.VerifyAsync("AIA1001");

    [Fact]
    public Task Member_above_that_was_deleted_leaves_the_warning_at_its_member() => new Scenario(Calc)
    {
        Now = """
            public static class Calc
            {
                public static int [|Sum|](int[] values)
                {
                    int sum = 0;
                    foreach (int value in values)
                        sum += value;
                    return sum;
                }

                public static int Least(int a, int b)
                {
                    int least = a;
                    if (b < least)
                        least = b;
                    return least;
                }
            }
            """,
    }.VerifyAsync("AIA1001");

    [Fact]
    public Task Indentation_braces_and_line_ends_do_not_matter() => new Scenario(Calc)
    {
        Now = """
            namespace Sums
            {
                public static class Calc
                {
                    public static int [|Sum|](int[] values) {
                        int sum = 0;
                        foreach (int value in values)
                            sum += value;
                        return sum;
                    }
                }
            }
            """.Replace("[|Sum|](int[] values) {", "[|Sum|](int[] values)\n        {").Replace("\n", "\r\n"),
    }.VerifyAsync("AIA1001");

    [Fact]
    public Task Member_rewritten_by_hand_is_not_accused() => new Scenario(Calc)
    {
        Now = """
            public static class Calc
            {
                public static int Sum(int[] values)
                {
                    int total = 0;
                    for (int i = 0; i < values.Length; i++)
                        total += values[i];
                    return total;
                }
            }
            """,
    }.VerifyAsync(null);

    [Fact]
    public Task Other_code_in_the_place_of_ai_lines_is_not_accused() => new Scenario(Calc)
    {
        Now = """
            public static class Calc
            {
                public static int Largest(int a, int b)
                {
                    int largest = a;
                    if (b > largest)
                        largest = b;
                    return largest;
                }

                public static int Product(int[] factors)
                {
                    int product = 1;
                    foreach (int factor in factors)
                        product *= factor;
                    return product;
                }
            }
            """,
    }.VerifyAsync(null);

    [Fact]
    public Task Deleted_ai_lines_can_bring_a_member_under_the_policy() => new Scenario(Calc)
    {
        Now = """
            public static class Calc
            {
                public static int Sum(int[] values)
                {
                    int sum = 0;
                    return sum;
                }
            }
            """,
    }.VerifyAsync(null);

    [Fact]
    public Task Edits_that_outweigh_the_ai_lines_silence_the_warning() => new Scenario(Calc)
    {
        Now = """
            using System;
            public static class Calc
            {
                public static int Sum(int[] values)
                {
                    ArgumentNullException.ThrowIfNull(values);
                    if (values.Length == 0)
                        return 0;
                    if (values.Length == 1)
                        return values[0];
                    if (values.Length == 2)
                        return values[0] + values[1];
                    int sum = 0;
                    foreach (int value in values)
                        sum += value;
                    return sum;
                }
            }
            """,
    }.VerifyAsync(null);

    [Fact]
    public async Task Line_that_was_edited_counts_as_code_but_not_as_ai()
    {
        Scenario scenario = new(Calc)
        {
            Now = """
                public static class Calc
                {
                    public static int Sum(int[] values)
                    {
                        int sum = 0;
                        foreach (int value in values)
                            sum += value;
                        return sum + 0;
                        return sum;
                    }
                }
                """,
        };

        Assert.StartsWith("'Calc.Sum(int[])' is 83 % AI-assisted (5 of 6 lines", (await scenario.SingleAsync()).GetMessage());
    }

    [Fact]
    public async Task Member_edited_since_its_measurement_is_called_changed_rather_than_not_run()
    {
        Scenario scenario = new(Calc)
        {
            Now = """
                public static class Calc
                {
                    public static int Sum(int[] values)
                    {
                        int sum = 0;
                        foreach (int value in values)
                            sum += value;
                        System.Console.WriteLine(sum);
                        return sum;
                    }
                }
                """,
        };

        Assert.Contains("it changed after the tests were last measured", (await scenario.SingleAsync()).GetMessage());
    }

    [Fact]
    public Task Tested_member_stays_tested_when_a_line_of_it_is_edited() => new Scenario(Calc.Replace("0-|", "0+|"))
    {
        Deployment = DeploymentTrail.Unknown,
        Now = """
            public static class Calc
            {
                public static int Sum(int[] values)
                {
                    int sum = 0;
                    foreach (int value in values)
                        sum += value;
                    System.Console.WriteLine(sum);
                    return sum;
                }
            }
            """,
    }.VerifyAsync(null);
}
