namespace AiAttribution.CodeFixes.Tests.Fixtures;

/// <summary>What tests need of their frameworks, so that none has to be restored.</summary>
internal static class Frameworks
{
    public const string Xunit = """
        namespace Xunit
        {
            public class FactAttribute : System.Attribute;
            public class TheoryAttribute : FactAttribute;
            public static class Assert
            {
                public static void Fail(string text) => throw new System.Exception(text);
                public static void Null(object? value) { }
            }
            public static class Record
            {
                public static System.Exception? Exception(System.Action code) => null;
                public static System.Exception? Exception(System.Func<object?> code) => null;
                public static System.Threading.Tasks.Task<System.Exception?> ExceptionAsync(System.Func<System.Threading.Tasks.Task> code) => null!;
            }
        }
        """;

    public const string NUnit = """
        namespace NUnit.Framework
        {
            public class TestAttribute : System.Attribute;
            public class TestFixtureAttribute : System.Attribute;
            public class Constraint;
            public static class Throws { public static Constraint Nothing => new(); }
            public static class Assert
            {
                public static void Fail(string text) => throw new System.Exception(text);
                public static void That(System.Action code, Constraint constraint) { }
                public static void That<T>(System.Func<T> code, Constraint constraint) { }
            }
        }
        """;

    public const string MSTest = """
        namespace Microsoft.VisualStudio.TestTools.UnitTesting
        {
            public class TestMethodAttribute : System.Attribute;
            public class TestClassAttribute : System.Attribute;
            public static class Assert
            {
                public static void Fail(string text) => throw new System.Exception(text);
                public static void IsNull(object? value) { }
            }
        }
        """;

    public const string TUnit = """
        namespace TUnit.Core { public class TestAttribute : System.Attribute; }
        namespace TUnit.Assertions
        {
            public class Source;
            public static class Assert
            {
                public static void Fail(string text) => throw new System.Exception(text);
                public static Source That(System.Action code) => new();
                public static Source That(System.Func<System.Threading.Tasks.Task> code) => new();
            }
        }
        namespace TUnit.Assertions.Extensions
        {
            public static class AssertionExtensions { public static System.Threading.Tasks.Task ThrowsNothing(this Source source) => null!; }
        }
        """;
}
