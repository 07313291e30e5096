using System.Diagnostics;
using System.Security.Cryptography;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A git repository with the project <c>App</c> in it, which references the package.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["NUGET_PACKAGES"] = PackedPackage.Instance.PackagesFolder,
        ["GIT_CONFIG_NOSYSTEM"] = "1",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
    };

    // A process keeps what it loaded from a package, and the test damages that.
    private Host _host = BuildServers.Run;

    // Runs 'dotnet' in a folder with variables and arguments.
    private delegate (int ExitCode, string Output) Host(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments);

    private Sandbox(TestRepository repository, string folder)
    {
        Repository = repository;
        Root = Path.Combine(repository.Root, folder);
    }

    /// <summary>Writes the project, not yet committed.</summary>
    /// <param name="folder">Folder below the repository's root that becomes <see cref="Root"/>.</param>
    public static Sandbox WithProject(string folder = "")
    {
        var sandbox = new Sandbox(new TestRepository(), folder);
        sandbox.Write(".gitignore", "bin/\nobj/\nTestResults/\n");
        sandbox.Write("Directory.Build.props", BuildProps);
        // A build prints no information, and nothing is measured in most scenarios.
        sandbox.Write(Severities, "is_global = true\ndotnet_diagnostic.AIA1005.severity = warning\n");
        sandbox.Write("App/App.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        return sandbox;
    }

    /// <summary>A repository that is released once and has an AI method in its last commit, which no release contains.</summary>
    public static Sandbox WithAiMethod(string folder = "")
    {
        Sandbox sandbox = WithProject(folder);
        sandbox.CommitPrices(PricesSource.Plain, "Add prices");
        sandbox.Repository.Git("tag", "v1.0.0");
        sandbox.CommitPrices(PricesSource.WithMethod, "Add the discount" + PricesSource.AiTrailer);
        return sandbox;
    }

    /// <summary>The project as it lies in a folder: a clone, a worktree or a copy. The folder stays the caller's.</summary>
    public static Sandbox At(string root) => new(new TestRepository(root), "");

    private static string BuildProps => $"""
        <Project>
          <PropertyGroup>
            <UseSharedCompilation>true</UseSharedCompilation>
            <SharedCompilationId>{CompilerServer.Id}</SharedCompilationId>
            <RestoreConfigFile>{PackedPackage.Instance.ConfigFile}</RestoreConfigFile>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="AiAttribution" Version="{PackedPackage.Instance.Version}" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>What makes a warning of AIA1005 in all projects; without it a build is as users have it.</summary>
    public const string Severities = ".globalconfig";

    public TestRepository Repository { get; }

    public string Root { get; }

    public string Prices => "App/Prices.cs";

    public string Snapshot => PathOf("App/obj/Debug/net10.0/ai-attribution/App/AiAttribution.snapshot");

    public string Assembly => PathOf("App/obj/Debug/net10.0/App.dll");

    public string JsonReport => PathOf("App/obj/ai-attribution/App/Debug/net10.0/AiAttribution.json");

    public string MarkdownReport => PathOf("App/obj/ai-attribution/App/Debug/net10.0/AiAttribution.md");

    /// <summary>Bytes and times of what a build leaves behind, to see whether a later one touched it.</summary>
    public IReadOnlyList<string> State(params string[] files) =>
        [.. files.Select(file => $"{Path.GetFileName(file)} {File.GetLastWriteTimeUtc(file):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];

    public string PathOf(string path) => Path.Combine(Root, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    /// <summary>Writes a test project beside a project that has the prices.</summary>
    /// <param name="project">Folder and name of the project that is tested.</param>
    /// <param name="calls">What its one test calls.</param>
    /// <param name="elements">What its file has besides references.</param>
    public void WriteTests(string project, string calls = "Prices.Discounted(100, 5)", string elements = "")
    {
        Write($"{project}.Tests/{project}.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.0.1" />
                <PackageReference Include="xunit" Version="2.9.3" />
                <PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" />
                <ProjectReference Include="../{project}/{project}.csproj" />
              </ItemGroup>
            {elements}
            </Project>
            """);
        Write($"{project}.Tests/PricesTests.cs", $$"""
            using App;
            using Xunit;

            public class PricesTests
            {
                [Fact]
                public void Price_is_reduced() => Assert.True({{calls}} < 100);
            }

            """);
    }

    public string CommitPrices(string text, string message)
    {
        Write(Prices, text);
        return Repository.Commit(message);
    }

    /// <summary>Leaves a coverage report in which no test runs the AI method.</summary>
    public void MeasureNothing() => Write("TestResults/1/coverage.cobertura.xml", PricesSource.Cobertura(PathOf(Prices), Enumerable.Range(8, 9), hits: 0));

    /// <summary>Sets a variable for later builds.</summary>
    public void SetVariable(string name, string value) => _environment[name] = value;

    /// <summary>Restores the project into a package folder of its own, which a test may damage, and gives the folder in it from which MSBuild loads the task.</summary>
    /// <param name="loads">Whether builds find the native library there; no other build may share the process then.</param>
    public string RestoreApart(bool loads = false)
    {
        _host = loads ? Alone : BuildServers.RunApart;
        SetVariable("NUGET_PACKAGES", PathOf("App/obj/packages"));
        Run("restore", "App").Succeeded();
        return PathOf($"App/obj/packages/aiattribution/{PackedPackage.Instance.Version}/tools/net8.0");
    }

    /// <summary>Builds the project, with the outcome of an earlier restore when there is one.</summary>
    public BuildResult Build(params string[] options) => Run("build", "App", options);

    /// <summary>Builds the project as a user does who has nothing yet: it is restored, and no server is warm.</summary>
    public BuildResult FirstBuild(params string[] options) => Dotnet(Alone, ["build", "App", "-p:UseSharedCompilation=false", .. options]);

    /// <summary>Builds a file that is a program of its own, cold: such a build takes neither a server nor an option about nodes. What the SDK keeps of it lies in a folder of the sandbox.</summary>
    public BuildResult BuildFile(string file)
    {
        // The SDK passes a folder by that is not there.
        string data = Directory.CreateDirectory(PathOf("obj/data")).FullName;
        var environment = new Dictionary<string, string>(_environment) { ["XDG_DATA_HOME"] = data };
        (int exitCode, string output) = DotnetProcess.Run(Root, environment, ["build", file, "-tl:off"]);
        return new BuildResult(exitCode, output);
    }

    /// <summary>Restores the project, so that later builds need nothing that it needs.</summary>
    public void Restore() => RestoredProjects.Restore(this, "App");

    /// <summary>Runs a verb; one that would restore gets the outcome of an earlier restore.</summary>
    public BuildResult Run(string verb, string project, params string[] options)
    {
        if (verb is not ("build" or "test" or "pack"))
            return Dotnet(verb, project, options);
        RestoredProjects.Restore(this, project);
        return Dotnet(verb, project, ["--no-restore", .. options]);
    }

    /// <summary>Runs the tests of a project by the target that 'dotnet test' runs.</summary>
    public BuildResult Test(string project, params string[] options) => Run("build", project, ["-t:VSTest", .. options]);

    /// <summary>Runs a verb as it is. 'dotnet test' goes past any server, and would leave what it starts behind; a restore loads nothing of the package.</summary>
    public BuildResult Dotnet(string verb, string project, params string[] options) =>
        Dotnet(verb == "test" ? Alone : verb == "restore" ? BuildServers.Run : _host, [verb, project, .. options]);

    // One process does it, unless the build asks for more: two tests at a time keep the machine busy, and each further process has to warm up.
    private BuildResult Dotnet(Host host, string[] arguments)
    {
        string[] processes = arguments.Any(argument => argument.StartsWith("-m:", StringComparison.Ordinal)) ? [] : ["-m:1"];
        (int exitCode, string output) = host(Root, _environment, [.. arguments, "-nologo", "-tl:off", .. processes]);
        return new BuildResult(exitCode, output);
    }

    private static (int ExitCode, string Output) Alone(string directory, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments) =>
        DotnetProcess.Run(directory, environment, [.. arguments, "-nodeReuse:false"]);

    /// <summary>Runs a part of the formatter, which fails when there is anything to mend.</summary>
    public BuildResult Format(string part, params string[] options)
    {
        (int exitCode, string output) = DotnetProcess.Run(Root, _environment, ["format", part, "App", "--no-restore", "--verify-no-changes", .. options]);
        return new BuildResult(exitCode, output);
    }

    /// <summary>Runs the tool at the repository's root.</summary>
    public (int ExitCode, string Output) Tool(params string[] arguments)
    {
        string configuration = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        string tool = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "AiAttribution.Cli", configuration, "ai-attribution.dll"));
        return DotnetProcess.Run(Repository.Root, _environment, [tool, .. arguments]);
    }

    /// <summary>Starts a program in a folder, which the test talks to and ends.</summary>
    public Process Open(string folder, string program, params string[] arguments) => DotnetProcess.Open(PathOf(folder), _environment, program, arguments);

    public void Dispose() => Repository.Dispose();
}
