using AiAttribution.CodeFixes.Tests.Fixtures;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAttribution.CodeFixes.Tests;

/// <summary>AIA1004: the last thing that a test does is asserted not to throw.</summary>
public class AssertionFixTests
{
    private static string Test(string framework, string attribute, string head, string body) => $$"""
        using System;
        using System.Threading.Tasks;
        using {{framework}};

        public class CartTests
        {
            private static int Add() => 1;

            private static Task AddAsync() => Task.CompletedTask;

            [{{attribute}}]
            {{head}}
            {
                {{body.Replace("\n", "\n        ", StringComparison.Ordinal).Replace("        \n", "\n", StringComparison.Ordinal)}}
            }
        }

        """;

    private static Task VerifyAsync(string sources, string framework, string attribute, (string Head, string Body) before, (string Head, string Body) after) =>
        new Fix<AssertionFix>(Test(framework, attribute, before.Head.Replace("Adds", "/*AIA1004*/{|AIA1004:Adds|}", StringComparison.Ordinal), before.Body)).With(sources)
            .GivesAsync(Test(framework, attribute, after.Head.Replace("Adds", "/*AIA1004*/Adds", StringComparison.Ordinal), after.Body));

    [Theory]
    [InlineData("Add();", "Assert.Null(Record.Exception(() => Add()));")]
    [InlineData("int first = Add();\nint second = Add();", "int first = Add();\nAssert.Null(Record.Exception(() => Add()));")]
    [InlineData("Local();\nint Local() => Add();", "Assert.Null(Record.Exception(() => Local()));\nint Local() => Add();")]
    [InlineData("Func<int> add = () => { return Add(); };", "Assert.Null(Record.Exception(() => { Func<int> add = () => { return Add(); }; }));")]
    [InlineData("_ = Add();", "Assert.Null(Record.Exception(() => _ = Add()));")]
    [InlineData("Add(); // twice\nAdd(); // and why", "Add(); // twice\nAssert.Null(Record.Exception(() => Add())); // and why")]
    [InlineData("foreach (char c in \"ab\") Add();", "Assert.Null(Record.Exception(() => { foreach (char c in \"ab\") Add(); }));")]
    public Task Xunit_test_records_what_its_last_statement_throws(string body, string asserted) =>
        VerifyAsync(Frameworks.Xunit, "Xunit", "Fact", ("public void Adds()", body), ("public void Adds()", asserted));

    [Theory]
    [InlineData("await AddAsync();", "Assert.Null(await Record.ExceptionAsync(async () => await AddAsync()));")]
    [InlineData("await AddAsync().ConfigureAwait(false);", "Assert.Null(await Record.ExceptionAsync(async () => await AddAsync().ConfigureAwait(false)));")]
    public Task Xunit_test_awaits_what_its_last_statement_awaits(string body, string asserted) =>
        VerifyAsync(Frameworks.Xunit, "Xunit", "Fact", ("public async Task Adds()", body), ("public async Task Adds()", asserted));

    [Theory]
    [InlineData("Xunit", "Fact", "Assert.Null(Record.Exception(() => Add()))")]
    [InlineData("NUnit.Framework", "Test", "Assert.That(() => Add(), Throws.Nothing)")]
    public Task Test_of_one_expression_stays_one(string framework, string attribute, string asserted)
    {
        string Source(string expression, string mark) =>
            $"using {framework};\n\npublic class CartTests\n{{\n    private static int Add() => 1;\n\n    [{attribute}]\n    public void /*AIA1004*/{mark}() => {expression};\n}}\n";
        return new Fix<AssertionFix>(Source("Add()", "{|AIA1004:Adds|}")).With(framework == "Xunit" ? Frameworks.Xunit : Frameworks.NUnit).GivesAsync(Source(asserted, "Adds"));
    }

    [Fact]
    public Task NUnit_test_throws_nothing() =>
        VerifyAsync(Frameworks.NUnit, "NUnit.Framework", "Test", ("public void Adds()", "Add();"), ("public void Adds()", "Assert.That(() => Add(), Throws.Nothing);"));

    [Fact]
    public Task NUnit_test_awaits_where_its_version_can() =>
        VerifyAsync(
            Frameworks.NUnit.Replace("public static void Fail", "public static System.Threading.Tasks.Task ThatAsync(System.Func<System.Threading.Tasks.Task> code, Constraint constraint) => code();\n        public static void Fail", StringComparison.Ordinal),
            "NUnit.Framework",
            "Test",
            ("public async Task Adds()", "await AddAsync();"),
            ("public async Task Adds()", "await Assert.ThatAsync(async () => await AddAsync(), Throws.Nothing);"));

    [Theory]
    [InlineData("", "void")]
    [InlineData("await AddAsync();\n", "async Task")]
    public Task NUnit_test_that_has_nothing_more_to_await_is_synchronous(string before, string type) =>
        VerifyAsync(Frameworks.NUnit, "NUnit.Framework", "Test", ("public async Task Adds()", before + "await AddAsync();"), ($"public {type} Adds()", before + "Assert.That(async () => await AddAsync(), Throws.Nothing);"));

    [Fact]
    public Task MSTest_test_asserts_that_nothing_was_thrown() =>
        VerifyAsync(Frameworks.MSTest, "Microsoft.VisualStudio.TestTools.UnitTesting", "TestMethod", ("public void Adds()", "Add();"), ("public void Adds()", """
            Exception? thrown = null;
            try
            {
                Add();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }

            Assert.IsNull(thrown);
            """));

    [Fact]
    public Task MSTest_test_keeps_its_own_names() =>
        VerifyAsync(Frameworks.MSTest, "Microsoft.VisualStudio.TestTools.UnitTesting", "TestMethod", ("public void Adds()", "int thrown = 1;\nAdd();"), ("public void Adds()", """
            int thrown = 1;
            Exception? thrown2 = null;
            try
            {
                Add();
            }
            catch (Exception exception)
            {
                thrown2 = exception;
            }

            Assert.IsNull(thrown2);
            """));

    [Fact]
    public Task TUnit_test_becomes_asynchronous() =>
        VerifyAsync(Frameworks.TUnit, "TUnit.Core;\nusing TUnit.Assertions;\nusing TUnit.Assertions.Extensions", "Test", ("public void Adds()", "Console.WriteLine();"), ("public async Task Adds()", "await Assert.That(() => Console.WriteLine()).ThrowsNothing();"));

    [Fact]
    public Task File_that_does_not_use_what_an_assertion_needs_uses_it_then() =>
        new Fix<AssertionFix>(Test("TUnit.Core", "Test", "public void /*AIA1004*/{|AIA1004:Adds|}()", "Console.WriteLine();")).With(Frameworks.TUnit)
            .GivesAsync(Test("TUnit.Core;\nusing TUnit.Assertions;\nusing TUnit.Assertions.Extensions", "Test", "public async Task /*AIA1004*/Adds()", "await Assert.That(() => Console.WriteLine()).ThrowsNothing();"));

    [Fact]
    public Task What_the_project_uses_globally_is_not_used_again() =>
        new Fix<AssertionFix>(Test("System.Text", "Xunit.Fact", "public void /*AIA1004*/{|AIA1004:Adds|}()", "Add();")).With("global using Xunit;", Frameworks.Xunit)
            .GivesAsync(Test("System.Text", "Xunit.Fact", "public void /*AIA1004*/Adds()", "Assert.Null(Record.Exception(() => Add()));"));

    [Theory]
    [InlineData("public void Adds()", "")]
    [InlineData("public void Adds()", "AddAsync();")]
    [InlineData("public void Adds()", "Task adding = AddAsync();")]
    [InlineData("public void Adds()", "return;")]
    [InlineData("public Task Adds()", "return AddAsync();")]
    public Task Test_that_has_no_last_statement_to_put_into_a_lambda_is_left_alone(string head, string body) =>
        new Fix<AssertionFix>(Test("Xunit", "Fact", head.Replace("Adds", "/*AIA1004*/{|AIA1004:Adds|}", StringComparison.Ordinal), body)).With(Frameworks.Xunit).GivesNothingAsync();

    [Fact]
    public Task Test_of_an_unknown_framework_is_left_alone() =>
        new Fix<AssertionFix>(Test("Own", "Check", "public void /*AIA1004*/{|AIA1004:Adds|}()", "Add();")).With("namespace Own { public class CheckAttribute : System.Attribute; }").GivesNothingAsync();

    [Fact]
    public void Fixes_of_all_are_for_a_document_or_a_project_never_for_a_solution()
    {
        Assert.Equal([FixAllScope.Document, FixAllScope.Project], new AssertionFix().GetFixAllProvider().GetSupportedFixAllScopes());
        Assert.Equal([FixAllScope.Document, FixAllScope.Project], new CreateTestFix().GetFixAllProvider().GetSupportedFixAllScopes());
        Assert.Null(new WaiverFix().GetFixAllProvider());
    }
}
