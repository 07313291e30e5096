using AiAttribution.Testing.Repositories;

namespace AiAttribution.Package.Tests.Harness;

/// <summary>A git repository with the project <c>App</c> in it, which references the package.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["NUGET_PACKAGES"] = PackedPackage.Instance.PackagesFolder,
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
    };

    private readonly TestRepository _owner;

    /// <param name="repository">Where the project is written; a new repository when null.</param>
    /// <param name="folder">Folder below the repository's root that becomes <see cref="Root"/>.</param>
    public Sandbox(TestRepository? repository = null, string folder = "")
    {
        _owner = repository ?? new TestRepository();
        Repository = _owner;
        Root = Path.Combine(_owner.Root, folder);
        Write(".gitignore", "bin/\nobj/\nTestResults/\n");
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <UseSharedCompilation>false</UseSharedCompilation>
                <RestoreConfigFile>{PackedPackage.Instance.ConfigFile}</RestoreConfigFile>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>disable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="AiAttribution" Version="{PackedPackage.Instance.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
    }

    /// <summary>A repository that is released once and has an AI method in its last commit, which no release contains.</summary>
    public static Sandbox WithAiMethod(TestRepository? repository = null, string folder = "")
    {
        var sandbox = new Sandbox(repository, folder);
        sandbox.CommitPrices(Sample.Plain, "Add prices");
        sandbox.Repository.Git("tag", "v1.0.0");
        sandbox.CommitPrices(Sample.WithMethod, "Add the discount" + Sample.AiTrailer);
        return sandbox;
    }

    public TestRepository Repository { get; }

    public string Root { get; }

    public string Prices => "App/Prices.cs";

    public string Snapshot => PathOf("App/obj/Debug/net10.0/AiAttribution.snapshot");

    public string Assembly => PathOf("App/obj/Debug/net10.0/App.dll");

    public string JsonReport => PathOf("App/obj/ai-attribution/AiAttribution.json");

    public string MarkdownReport => PathOf("App/obj/ai-attribution/AiAttribution.md");

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public string CommitPrices(string text, string message)
    {
        Write(Prices, text);
        return Repository.Commit(message);
    }

    /// <summary>Sets a variable for later builds.</summary>
    public void Environment(string name, string value) => _environment[name] = value;

    /// <summary>Builds the project; restores it when that was not done yet.</summary>
    public BuildResult Build(params string[] options) => Run("build", "App", options);

    public BuildResult Run(string verb, string project, params string[] options)
    {
        bool restored = File.Exists(PathOf(Path.Combine(project, "obj", "project.assets.json")));
        string[] all = [verb, project, "-nologo", "-tl:off", "-nodeReuse:false", .. restored ? ["--no-restore"] : Array.Empty<string>(), .. options];
        (int exitCode, string output) = DotnetProcess.Run(Root, _environment, all);
        return new BuildResult(exitCode, output);
    }

    public void Dispose() => _owner.Dispose();
}
