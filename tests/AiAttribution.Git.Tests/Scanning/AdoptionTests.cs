using AiAttribution.Git.Repositories;
using AiAttribution.Git.Scanning;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Git.Tests.Scanning;

public class AdoptionTests
{
    private const string Reference = """<Project><ItemGroup><PackageReference Include="AiAttribution" Version="1.0.0" /></ItemGroup></Project>""";
    private const string Nothing = "<Project />";

    [Theory]
    [InlineData("src/App/App.csproj", "<PackageReference PrivateAssets='all' Include='AiAttribution' />")]
    [InlineData("Directory.Packages.props", "<GlobalPackageReference Include=\"AiAttribution\" Version=\"1.0.0\" />")]
    [InlineData("Directory.Packages.props", "<PackageVersion Include=\"aiattribution\" Version=\"1.0.0\" />")]
    [InlineData("build/Common.targets", "<PackageReference\n  Update=\"AiAttribution\" />")]
    public void Commit_that_first_refers_to_the_package_is_the_adoption(string path, string item)
    {
        using var repository = new TestRepository();
        repository.Write("a.cs", "class A;\n").Commit("start");
        string adoption = repository.Write(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>").Commit("adopt");
        repository.Write("b.cs", "class B;\n").Commit("go on");

        Assert.Equal(new Adoption(adoption, false), Find(repository));
    }

    [Theory]
    [InlineData("App.csproj", "<!-- <PackageReference Include=\"AiAttribution\" /> -->")]
    [InlineData("App.csproj", "<PackageReference Include=\"AiAttribution.Tool\" />")]
    [InlineData("notes.txt", "<PackageReference Include=\"AiAttribution\" />")]
    public void Other_text_is_no_reference(string path, string text)
    {
        using var repository = new TestRepository();
        repository.Write(path, $"<Project>{text}</Project>").Commit("start");

        Assert.Null(Find(repository));
    }

    [Fact]
    public void Removing_and_adding_again_or_elsewhere_does_not_move_it()
    {
        using var repository = new TestRepository();
        repository.Write("App.csproj", Nothing).Commit("start");
        string adoption = repository.Write("App.csproj", Reference).Commit("adopt");
        repository.Write("App.csproj", Nothing).Commit("remove");
        repository.Write("Directory.Build.props", Reference).Commit("adopt again");

        Assert.Equal(adoption, Find(repository)!.Commit);
    }

    [Fact]
    public void Reference_that_is_not_committed_yet_makes_the_commit_itself_the_adoption()
    {
        using var repository = new TestRepository();
        string head = repository.Write("App.csproj", Nothing).Commit("start");
        repository.Write("Directory.Packages.props", Reference);

        Assert.Equal(new Adoption(head, false), Find(repository));
        Assert.Null(Find(repository, onDisk: false));
    }

    [Fact]
    public void Later_head_is_answered_from_the_cache_as_without_it()
    {
        using var repository = new TestRepository();
        string adoption = repository.Write("App.csproj", Reference).Commit("adopt");
        repository.Write("a.cs", "class A;\n").Commit("go on");
        Assert.Equal(adoption, Find(repository)!.Commit);
        repository.Write("b.cs", "class B;\n").Commit("go on again");

        Assert.Equal(adoption, Find(repository)!.Commit);
        Assert.Equal(adoption, Find(repository, useCache: false)!.Commit);
    }

    [Fact]
    public void Adoption_that_a_shallow_clone_hides_is_said_to_be_cut()
    {
        using var repository = new TestRepository();
        repository.Write("App.csproj", Reference).Commit("adopt");
        repository.Write("a.cs", "class A;\n").Commit("go on");
        string clone = Path.Combine(repository.Root, ".git", "clone");
        repository.Git("clone", "-q", "--depth", "1", "file://" + repository.Root, clone);

        Assert.True(Find(new TestRepository(clone))!.IsCut);
    }

    [Fact]
    public void Branch_that_was_merged_adopts_with_its_merge()
    {
        using var repository = new TestRepository();
        repository.Write("App.csproj", Nothing).Commit("start");
        repository.Git("checkout", "-q", "-b", "side");
        repository.Write("App.csproj", Reference).Commit("adopt aside");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--no-ff", "-m", "merge", "side");

        Assert.Equal(repository.Head, Find(repository)!.Commit);
    }

    private static Adoption? Find(TestRepository repository, bool onDisk = true, bool useCache = true)
    {
        using GitRepository opened = GitRepository.Open(repository.Root);
        return Adoption.Find(opened, opened.ResolveCommit("HEAD"), onDisk, useCache);
    }
}
