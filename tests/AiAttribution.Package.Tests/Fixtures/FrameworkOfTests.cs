using System.Reflection;
using Microsoft.CodeAnalysis;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A test framework as projects refer to it.</summary>
/// <param name="Usings">What a file with tests of it uses.</param>
/// <param name="ClassAttribute">What stands above a class with tests.</param>
/// <param name="Attribute">What stands above a test.</param>
internal sealed record FrameworkOfTests(string Usings, string ClassAttribute, string Attribute)
{
    private static readonly Dictionary<string, FrameworkOfTests> All = new()
    {
        ["xunit"] = new("using Xunit;", "", "[Fact]"),
        ["NUnit"] = new("using NUnit.Framework;", "[TestFixture]\n", "[Test]"),
        ["MSTest"] = new("using Microsoft.VisualStudio.TestTools.UnitTesting;", "[TestClass]\n", "[TestMethod]"),
        ["TUnit"] = new("using TUnit.Core;", "", "[Test]"),
    };

    public static FrameworkOfTests Of(string name) => All[name];

    /// <summary>Paths of the assemblies of a framework.</summary>
    public static string[] Assemblies(string name) => name == "xunit"
        ? [Path.Combine(AppContext.BaseDirectory, "xunit.core.dll"), Path.Combine(AppContext.BaseDirectory, "xunit.assert.dll"), Path.Combine(AppContext.BaseDirectory, "xunit.abstractions.dll")]
        : [.. from metadata in typeof(FrameworkOfTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
              where metadata.Key == name
              from file in Directory.GetFiles(Path.Combine(metadata.Value!, "lib", "net8.0"), "*.dll")
              select file];

    /// <summary>A file with a class of tests.</summary>
    public string Tests(string name, string body) => $$"""
        {{Usings}}

        namespace App.Tests;

        {{ClassAttribute}}public sealed class {{name}}
        {
            {{Attribute}}
            public void {{body}}
        }

        """;
}
