using AiAttribution.Core.Tests.Coverage;

namespace AiAttribution.Core.Tests.Tests;

public class PathResolverTests
{
    private static readonly string[] Paths = ["Program.cs", "src/Lib/Calc.cs", "src/Other/Calc.cs", "src/Lib/Parts/Calc.cs", "tests/Lib/CalcTests.cs"];

    [Theory]
    [InlineData("/clone/repo/src/Lib/Calc.cs")]
    [InlineData("/clone/repo/src/Lib/../Lib/./Calc.cs")]
    public void Absolute_name_inside_the_repository_is_stripped(string name) => Assert.Equal("src/Lib/Calc.cs", Resolve(name));

    [Fact]
    public void File_inside_the_repository_that_git_does_not_know_is_placed_too() =>
        Assert.Equal("obj/Generated.g.cs", Resolve("/clone/repo/obj/Generated.g.cs"));

    [Fact]
    public void Name_relative_to_a_source_is_joined_with_it() => Assert.Equal("src/Lib/Calc.cs", Resolve("Lib/Calc.cs", "/clone/repo/src/"));

    [Fact]
    public void Name_relative_to_the_second_source_is_found() => Assert.Equal("src/Lib/Calc.cs", Resolve("Lib/Calc.cs", "/opt/x/", "/clone/repo/src"));

    [Fact]
    public void Name_relative_to_the_root_of_the_file_system_is_found() => Assert.Equal("src/Lib/Calc.cs", Resolve("work/repo/src/Lib/Calc.cs", "/"));

    [Fact]
    public void Name_relative_to_the_repository_is_found_without_a_source() => Assert.Equal("src/Lib/Calc.cs", Resolve("src/Lib/Calc.cs"));

    [Theory]
    [InlineData("/_/src/Lib/Calc.cs")]
    [InlineData("/_1/src/Lib/Calc.cs")]
    public void Deterministic_name_starts_at_the_repository_root(string name) => Assert.Equal("src/Lib/Calc.cs", Resolve(name));

    [Theory]
    [InlineData("https://raw.githubusercontent.com/o/r/0123456789abcdef0123456789abcdef01234567/src/Lib/Calc.cs")]
    [InlineData("https://gitlab.example/g/r/-/raw/0123456789abcdef0123456789abcdef01234567/src/Lib/Calc.cs")]
    [InlineData("https://dev.azure.com/o/p/_apis/git/repositories/r/items?api-version=1.0&versionType=commit&version=0123456789abcdef0123456789abcdef01234567&path=/src/Lib/Calc.cs")]
    [InlineData("https://raw.githubusercontent.com/o/r/main/src/Lib/Calc.cs")]
    public void Source_link_address_is_placed_by_its_path(string url) => Assert.Equal("src/Lib/Calc.cs", Resolve(url, ""));

    [Fact]
    public void Escapes_of_an_address_are_undone()
    {
        var resolver = new PathResolver("/clone/repo/", ["src/Größe 1.cs"]);

        Assert.Equal("src/Größe 1.cs", resolver.Resolve("https://raw.githubusercontent.com/o/r/0123456789abcdef0123456789abcdef01234567/src/Gr%C3%B6%C3%9Fe%201.cs", []));
    }

    [Fact]
    public void Name_of_another_machine_is_placed_by_the_longest_common_end() =>
        Assert.Equal("src/Lib/Calc.cs", Resolve("/home/ci/agent/1/s/src/Lib/Calc.cs"));

    [Fact]
    public void Relative_name_of_another_machine_is_placed_together_with_its_source() =>
        Assert.Equal("src/Lib/Calc.cs", Resolve("Calc.cs", "/home/ci/agent/1/s/src/Lib/"));

    [Fact]
    public void Name_that_ends_as_two_files_do_is_not_placed()
    {
        var resolver = new PathResolver("/clone/repo/", ["a/Lib/Calc.cs", "b/Lib/Calc.cs"]);

        Assert.Null(resolver.Resolve("/ci/Lib/Calc.cs", []));
    }

    [Fact]
    public void One_equal_segment_is_not_enough() => Assert.Null(Resolve("/home/ci/Program.cs"));

    [Theory]
    [InlineData("C:\\Agent\\s\\SRC\\lib\\calc.cs")]
    [InlineData("C:/Agent/s/SRC/lib/calc.cs")]
    public void Case_does_not_matter_for_names_from_windows(string name) => Assert.Equal("src/Lib/Calc.cs", Resolve(name));

    [Fact]
    public void Case_matters_for_other_names() => Assert.Null(Resolve("/ci/SRC/lib/calc.cs"));

    [Fact]
    public void Mixed_separators_are_understood() => Assert.Equal("src/Lib/Calc.cs", Resolve("Lib\\Calc.cs", "/clone/repo/src/"));

    [Fact]
    public void Windows_repository_is_recognised_in_any_case()
    {
        var resolver = new PathResolver("C:/Repo/", ["src/Calc.cs"]);

        Assert.Equal("src/Calc.cs", resolver.Resolve("c:\\repo\\src\\calc.cs", []));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/clone/repository/x.cs")]
    public void Hopeless_name_is_not_placed(string name) => Assert.Null(Resolve(name));

    private static string? Resolve(string name, params string[] sources) => new PathResolver("/clone/repo/", Paths).Resolve(name, sources);
}
