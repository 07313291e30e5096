using AiAttribution.Core.Text;
using AiAttribution.Git.Outcomes;
using AiAttribution.Git.Repositories;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Engine.Tests.Deployments;

/// <summary>A release ships what its packable or publishable projects compile.</summary>
public sealed class ShippedCodeTests
{
    [Theory]
    [InlineData("src/Lib/A.cs", true)]
    [InlineData("src/Lib/A.g.cs", false)]
    [InlineData("samples/S1/A.cs", false)]
    [InlineData("docs/D/A.cs", false)]
    [InlineData("build/A.cs", false)]
    [InlineData("src/Private/A.cs", false)]
    [InlineData("samples/Shipped/A.cs", true)]
    [InlineData("tests/Lib.Tests/A.cs", false)]
    [InlineData("A.cs", true)]
    [InlineData("src/Lib/readme.md", false)]
    public void Code_ships_by_its_project_and_without_one_by_its_folder(string path, bool expected)
    {
        using TestRepository repository = Repository();
        using var read = GitRepository.Open(repository.Root);

        Assert.Equal(expected, new ShippedCode(read, repository.Head).Contains(path));
    }

    [Theory]
    [InlineData("<IsPackable>false</IsPackable><IsPublishable>false</IsPublishable>", "", false)]
    [InlineData("<IsPackable>false</IsPackable><IsPublishable>false</IsPublishable>", "<IsPackable>true</IsPackable>", true)]
    [InlineData("<!-- <IsPackable>false</IsPackable> --><IsPublishable>false</IsPublishable>", "", true)]
    [InlineData("<IsPackable Condition=\"'$(MSBuildProjectName)' == 'Lib'\">false</IsPackable><IsPublishable>$(IsPackable)</IsPublishable>", "", false)]
    [InlineData("<IsPackable Condition=\"'$(MSBuildProjectName)' == 'Other'\">false</IsPackable><IsPublishable>false</IsPublishable>", "", true)]
    [InlineData("<IsPackable Condition=\"'$(IsPackable)' == '' and '$(MSBuildProjectName)' != 'Other'\">false</IsPackable><IsPublishable>false</IsPublishable>", "", false)]
    [InlineData("<IsPackable Condition=\"'$(CI)' != 'true'\">false</IsPackable><IsPublishable>false</IsPublishable>", "", true)]
    public void Project_is_what_the_file_above_and_its_own_make_it(string above, string own, bool expected)
    {
        using var repository = new TestRepository();
        repository.Write("Directory.Build.props", $"<Project><PropertyGroup>{above}</PropertyGroup></Project>\n").Write("src/Lib/Lib.csproj", $"<Project><PropertyGroup>{own}</PropertyGroup></Project>\n").Commit("Begin");
        using var read = GitRepository.Open(repository.Root);

        Assert.Equal(expected, new ShippedCode(read, repository.Head).Contains("src/Lib/A.cs"));
    }

    [Theory]
    [InlineData("<Project />", true)]
    [InlineData("<Project><Import Project=\"$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '$(MSBuildThisFileDirectory)../'))\" /></Project>", false)]
    [InlineData("<Project><PropertyGroup><IsPackable>", true)]
    public void Nearest_file_hides_those_above_unless_it_imports_them(string nearest, bool expected)
    {
        using var repository = new TestRepository();
        repository.Write("Directory.Build.props", "<Project><PropertyGroup><IsPackable>false</IsPackable><IsPublishable>false</IsPublishable></PropertyGroup></Project>\n");
        repository.Write("src/Directory.Build.props", nearest).Write("src/Lib/Lib.csproj", "<Project />\n").Commit("Begin");
        using var read = GitRepository.Open(repository.Root);

        Assert.Equal(expected, new ShippedCode(read, repository.Head).Contains("src/Lib/A.cs"));
    }

    [Fact]
    public void Paths_of_a_service_win()
    {
        using TestRepository repository = Repository();
        using var read = GitRepository.Open(repository.Root);

        Assert.True(new ShippedCode(read, repository.Head).Contains("samples/S1/A.cs", [Glob.ForPaths("samples/**")]));
    }

    private static TestRepository Repository()
    {
        const string notShipped = "<Project><PropertyGroup><IsPackable>false</IsPackable><IsPublishable> false </IsPublishable></PropertyGroup></Project>\n";
        var repository = new TestRepository();
        repository.Write("src/Lib/Lib.csproj", "<Project><PropertyGroup><IsPackable>false</IsPackable></PropertyGroup></Project>\n").Write("src/Private/Private.csproj", notShipped);
        repository.Write("samples/Shipped/Shipped.csproj", "<Project />\n").Write("tests/Lib.Tests/Lib.Tests.csproj", "<Project />\n").Commit("Begin");
        return repository;
    }
}
