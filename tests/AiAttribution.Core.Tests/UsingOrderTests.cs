using System.Text.RegularExpressions;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests;

/// <summary>The order that 'dotnet format style' gives to usings. It needs the whole solution for that, and a minute; nothing else that it mends is left by a build.</summary>
public partial class UsingOrderTests
{
    [Fact]
    public void Usings_of_every_file_are_sorted() => Assert.Empty(
        ((string[])["src", "tests"])
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ProjectFiles.Root, folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Misplaced(File.ReadAllLines(file)).Select(line => $"{Path.GetRelativePath(ProjectFiles.Root, file)}: {line}")));

    [Theory]
    [InlineData("using System;\nusing System.Text;\nusing AiAttribution.Core;\nusing AiAttribution.Core.Text;\nusing static System.Math;\nusing A = System.Action;", null)]
    [InlineData("using AiAttribution;\nusing System;", "using System;")]
    [InlineData("using AiAttribution.Core.Text;\nusing AiAttribution.Core;", "using AiAttribution.Core;")]
    [InlineData("using B;\nusing a;", "using a;")]
    [InlineData("using static System.Math;\nusing Xunit;", "using Xunit;")]
    [InlineData("using A = System.Action;\nusing static System.Math;", "using static System.Math;")]
    public void Using_that_stands_too_late_is_named(string source, string? misplaced) =>
        Assert.Equal(misplaced, Misplaced(source.Split('\n')).SingleOrDefault());

    private static IEnumerable<string> Misplaced(string[] lines) =>
        lines.Zip(lines.Skip(1)).Where(pair => Using().IsMatch(pair.First) && Using().IsMatch(pair.Second) && string.Compare(Rank(pair.First), Rank(pair.Second), StringComparison.OrdinalIgnoreCase) > 0).Select(pair => pair.Second);

    // A space sorts before whatever a name is made of, so that a namespace stands before those in it.
    private static string Rank(string line)
    {
        Match parts = Using().Match(line);
        string name = parts.Groups["name"].Value.Replace('.', ' ');
        string kind = parts.Groups["alias"].Success ? "2" : parts.Groups["static"].Success ? "1" : "0";
        return kind + (name == "System" || name.StartsWith("System ", StringComparison.Ordinal) ? "0" : "1") + name;
    }

    [GeneratedRegex(@"^using (?<static>static )?(?<name>[\w.]+)(?<alias> = [^(]+)?;$")]
    private static partial Regex Using();
}
