using System.Collections.Immutable;
using AiAttribution.Analyzers.Tests.Fixtures;
using AiAttribution.Core.Tests;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Analyzers.Tests;

/// <summary>What a diagnostic carries: sentence, AI lines, numbers.</summary>
public class DiagnosticTests
{
    [Fact]
    public async Task Member_that_no_test_refers_to_is_told_with_the_tests_that_were_searched()
    {
        Scenario scenario = new(
            """
            0n|public class Calc { public int [|One|](int a)
            0n|{
            0n|    a++;
            0n|    a *= 2;
            0n|    a--;
            0n|    return a;
            0n|} }
            """)
        {
            Measurement = FileMeasurement.Unmeasured,
            Searched = ["Shop.Tests"],
        };

        await scenario.VerifyAsync("AIA1001");
        Assert.Contains("no test in Shop.Tests refers to it, and no deployment contains it: add a test that runs it", (await scenario.SingleAsync()).GetMessage());
    }

    [Theory]
    [InlineData("#line 100 \"Template.tt\"")]
    [InlineData("#line 100")]
    [InlineData("#line (100, 1) - (100, 9) 5 \"Page.razor\"")]
    public async Task Member_below_a_line_directive_is_told_with_its_place_in_git(string directive)
    {
        Scenario scenario = new(
            $$"""
              |{{directive}}
            0-|public class Calc { public int One(int a)
            0-|{
            0-|    a++;
            0-|    a *= 2;
            0-|    a--;
            0-|    return a;
            0-|} }
            """);

        Assert.EndsWith("add a test that runs it (#line stands above it; it is Calc.cs:2)", (await scenario.SingleAsync()).GetMessage());
    }

    [Fact]
    public Task Member_edited_after_the_search_is_not_measured() => new Scenario(
        """
        0n|public class Calc { public int One(int a)
        0n|{
        0n|    a++;
        0n|    a *= 2;
        0n|    a--;
        0n|    a += 3;
        0n|    return a;
        0n|} }
        """)
    {
        Measurement = FileMeasurement.Unmeasured,
        Searched = ["Shop.Tests"],
        Now = "public class Calc { public int [|One|](int a)\n{\n    a++;\n    a *= 2;\n    a--;\n    a += 4;\n    return a;\n} }\n",
    }.VerifyAsync("AIA1005");

    private static readonly Scenario Calc = new(
        """
          |public class Calc
          |{
        0-|    public int One(int a)
        0-|    {
         -|        a *= 2;
        1-|        a--;
        1-|        a += 3;
        u-|        a += 4;
        1-|        return
        1-|            a
        1-|            + 1;
        0-|    }
          |}
        """);

    [Fact]
    public async Task Message_is_one_clear_sentence() => Assert.Equal(
        "'Calc.One(int)' is 75 % AI-assisted (6 of 8 lines, claude-code claude-opus-4-8, 2 sessions), no test runs it, and no deployment contains it: add a test that runs it",
        (await Calc.SingleAsync()).GetMessage());

    [Fact]
    public async Task Further_locations_are_the_runs_of_ai_lines()
    {
        Diagnostic diagnostic = await Calc.SingleAsync();

        Assert.Equal(
            ["2-2", "5-6", "8-10"],
            diagnostic.AdditionalLocations.Select(location => $"{location.GetLineSpan().StartLinePosition.Line}-{location.GetLineSpan().EndLinePosition.Line}"));
    }

    [Fact]
    public async Task Properties_are_the_numbers_the_trails_and_whose_work_it_is()
    {
        ImmutableDictionary<string, string?> properties = (await Calc.SingleAsync()).Properties;

        Assert.Equal(
            "agent=claude-code aiLines=6 codeLines=8 commit=bbbbbbbbbbbb,aaaaaaaaaaaa deploymentTrail=None model=claude-opus-4-8 session=claude:s2,claude:s1 testTrail=None unknownLines=1 weakLines=0",
            string.Join(' ', properties.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => $"{property.Key}={property.Value?.Replace('\n', ',')}")));
    }

    [Fact]
    public async Task Nothing_that_a_diagnostic_says_is_a_path_or_a_time() =>
        Assert.DoesNotContain("/project", (await Calc.SingleAsync()).GetMessage());
}
