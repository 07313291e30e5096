using AiAttribution.CodeFixes.Tests.Fixtures;

namespace AiAttribution.CodeFixes.Tests;

/// <summary>AIA1001, AIA1002: a test in the project that tests this one, named and placed as its neighbours are.</summary>
public class CreateTestFixTests
{
    private const string Shipping = """
        using System.Threading.Tasks;

        namespace Shop.Billing;

        public class Shipping(string country)
        {
            public decimal /*AIA1001*/{|AIA1001:Cost|}(int weight, bool express) => country.Length * weight + (express ? 1 : 0);
        }

        """;

    private static readonly (string, string) CartTests = ("CartTests.cs", """
        using Xunit;

        namespace Shop.Tests;

        public sealed class CartTests
        {
            [Fact]
            public void Total_is_the_sum_of_its_lines() => Assert.Null(null);
        }

        """);

    private static string Static(string member) => $$"""
        using System.Threading.Tasks;

        namespace Shop;

        public static class Shipping
        {
            {{member}}
        }

        """;

    private static string Expected(string head, string framework, string attribute, string signature, string body) => $$"""
        {{head}}namespace Shop.Tests;

        {{framework}}public class ShippingTests
        {
            [{{attribute}}]
            public {{signature}}
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal).Replace("        \n", "\n", StringComparison.Ordinal)}}
            }
        }

        """;

    [Fact]
    public Task Test_is_named_and_placed_as_its_neighbours_are() => new Fix<CreateTestFix>(Shipping).TestedBy(Frameworks.Xunit, CartTests).GivesTestsAsync(CartTests, ("ShippingTests.cs", """
        using Shop.Billing;
        using Xunit;

        namespace Shop.Tests;

        public sealed class ShippingTests
        {
            [Fact]
            public void Cost_does_what_it_should()
            {
                string country = default!;
                Shipping shipping = new Shipping(country);
                int weight = default;
                bool express = default;

                var result = shipping.Cost(weight, express);

                Assert.Fail("Give Cost its input, and assert what must come of it.");
            }
        }

        """));

    [Fact]
    public Task Test_lies_in_the_folder_of_its_source_where_tests_lie_in_folders() => new Fix<CreateTestFix>(Static("public static void /*AIA1001*/{|AIA1001:Send|}() { }"), "Billing/Shipping.cs")
        .TestedBy(Frameworks.Xunit, ("Orders/CartSpecs.cs", "namespace Shop.Tests.Orders\n{\n    public class CartSpecs\n    {\n        [Xunit.Fact]\n        public void Adds() { }\n    }\n}\n"))
        .GivesTestsAsync(("Orders/CartSpecs.cs", "namespace Shop.Tests.Orders\n{\n    public class CartSpecs\n    {\n        [Xunit.Fact]\n        public void Adds() { }\n    }\n}\n"), ("Billing/ShippingSpecs.cs", """
        using Shop;
        using Xunit;

        namespace Shop.Tests.Billing
        {
            public class ShippingSpecs
            {
                [Fact]
                public void SendDoesWhatItShould()
                {
                    Shipping.Send();

                    Assert.Fail("Give Send its input, and assert what must come of it.");
                }
            }
        }

        """));

    [Fact]
    public Task Class_that_tests_the_type_gets_one_more_test() => new Fix<CreateTestFix>(Static("public static void /*AIA1002*/{|AIA1002:Send|}() { }"))
        .TestedBy(Frameworks.Xunit, ("ShippingTest.cs", """
        using Shop;
        using Xunit;

        public class ShippingTest
        {
            [Fact]
            public void Send_DoesWhatItShould()
            {
                Shipping.Send();
            }
        }

        """)).GivesTestsAsync(("ShippingTest.cs", """
        using Shop;
        using Xunit;

        public class ShippingTest
        {
            [Fact]
            public void Send_DoesWhatItShould()
            {
                Shipping.Send();
            }

            [Fact]
            public void Send_DoesWhatItShould2()
            {
                Shipping.Send();

                Assert.Fail("Give Send its input, and assert what must come of it.");
            }
        }

        """));

    [Fact]
    public Task NUnit_test_has_its_attribute() => new Fix<CreateTestFix>(Static("public static void /*AIA1001*/{|AIA1001:Send|}() { }")).TestedBy(Frameworks.NUnit)
        .GivesTestsAsync(("ShippingTests.cs", Expected("using NUnit.Framework;\nusing Shop;\n\n", "", "Test", "void Send_DoesWhatItShould()", "Shipping.Send();\n\nAssert.Fail(\"Give Send its input, and assert what must come of it.\");")));

    [Fact]
    public Task MSTest_class_has_its_attribute() => new Fix<CreateTestFix>(Static("public static void /*AIA1001*/{|AIA1001:Send|}() { }")).TestedBy(Frameworks.MSTest)
        .GivesTestsAsync(("ShippingTests.cs", Expected("using Microsoft.VisualStudio.TestTools.UnitTesting;\nusing Shop;\n\n", "[TestClass]\n", "TestMethod", "void Send_DoesWhatItShould()", "Shipping.Send();\n\nAssert.Fail(\"Give Send its input, and assert what must come of it.\");")));

    [Fact]
    public Task TUnit_test_awaits_what_is_asynchronous_and_what_a_project_uses_globally_is_not_used_again() =>
        new Fix<CreateTestFix>(Static("public static Task<int> /*AIA1001*/{|AIA1001:SendAsync|}() => null!;")).TestedBy("global using System.Threading.Tasks;\nglobal using TUnit.Core;\n" + Frameworks.TUnit)
            .GivesTestsAsync(("ShippingTests.cs", Expected("using Shop;\nusing TUnit.Assertions;\n\n", "", "Test", "async Task SendAsync_DoesWhatItShould()", "var result = await Shipping.SendAsync();\n\nAssert.Fail(\"Give SendAsync its input, and assert what must come of it.\");")));

    [Theory]
    [InlineData("private static void /*AIA1001*/{|AIA1001:Send|}() { }", "Send")]
    [InlineData("internal static void /*AIA1001*/{|AIA1001:Send|}() { }", "Send")]
    [InlineData("public static void /*AIA1001*/{|AIA1001:Send|}<T>() { }", "Send")]
    public Task Member_that_the_test_cannot_call_is_left_to_what_calls_it(string member, string name) => new Fix<CreateTestFix>(Static(member)).TestedBy(Frameworks.Xunit)
        .GivesTestsAsync(("ShippingTests.cs", Expected("using Shop;\nusing Xunit;\n\n", "", "Fact", $"void {name}_DoesWhatItShould()", $"Assert.Fail(\"Run {name} by what calls it, and assert what must come of it.\");")));

    [Fact]
    public Task Without_a_project_that_tests_this_one_nothing_is_offered() => new Fix<CreateTestFix>(Shipping).GivesNothingAsync();
}
