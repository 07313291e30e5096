using System.Globalization;
using System.Text;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Benchmarks;

/// <summary>
/// <c>solution FOLDER FEED VERSION [layers|chain|chains|flat]</c>: writes a git repository with a history of 400 commits, a third of them by an agent, that ends in a solution of 20 projects with 25 classes each.
/// The projects reference the package only when <c>UseAiAttribution</c> is true, so that one repository is built with and without it.
/// </summary>
internal static class SolutionGenerator
{
    private const int Projects = 20;
    private const int FilesPerProject = 25;
    private const int Commits = 400;
    private const int FirstSecond = 1767225600;

    /// <summary>What each project refers to.</summary>
    private static readonly Dictionary<string, Func<int, int[]>> Shapes = new()
    {
        // A core, libraries on it, features on two libraries each, applications on two features each, and what runs an application.
        ["layers"] = project => project switch
        {
            0 => [],
            < 5 => [0],
            < 13 => [1 + project % 4, 1 + (project + 1) % 4],
            < 17 => [5 + project % 8, 5 + (project + 3) % 8],
            _ => [13 + project % 4],
        },
        ["chain"] = project => project == 0 ? [] : [project - 1],
        // Two chains side by side. MSBuild may give both to one node at a time: then a core is idle, whatever the package costs.
        ["chains"] = project => project < 2 ? [] : [project - 2],
        ["flat"] = _ => [],
    };

    public static int Run(string[] arguments)
    {
        string shape = arguments.ElementAtOrDefault(3) ?? "layers";
        if (arguments.Length is < 3 or > 4 || !Shapes.TryGetValue(shape, out Func<int, int[]>? references))
        {
            Console.Error.WriteLine($"usage: solution FOLDER FEED VERSION [{string.Join('|', Shapes.Keys)}]");
            return 2;
        }

        Directory.CreateDirectory(arguments[0]);
        GitProcess.Run(arguments[0], "init", "-q", "-b", "main");
        var stream = new MemoryStream();
        var random = new Random(20);
        for (int commit = 1; commit <= Commits; commit++)
            Add(stream, Commit(commit, commit == 1 ? First(arguments[1], arguments[2], references) : Change(random, commit)));
        GitProcess.Run(arguments[0], stream.ToArray(), new Dictionary<string, string>(), "fast-import", "--quiet");
        GitProcess.Run(arguments[0], "reset", "-q", "--hard", "main");
        return 0;
    }

    private static string Commit(int number, IEnumerable<(string Path, string Text)> files)
    {
        string message = $"change {number}\n{(number % 3 == 0 ? "\nCo-authored-by: Claude <noreply@anthropic.com>\n" : "")}";
        string who = string.Create(CultureInfo.InvariantCulture, $"Dev <dev@example.com> {FirstSecond + number * 60} +0000");
        var text = new StringBuilder($"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata {Encoding.UTF8.GetByteCount(message)}\n{message}\n");
        foreach ((string path, string content) in files)
            text.Append(CultureInfo.InvariantCulture, $"M 100644 inline {path}\ndata {Encoding.UTF8.GetByteCount(content)}\n{content}\n");
        return text.Append('\n').ToString();
    }

    private static IEnumerable<(string, string)> First(string feed, string version, Func<int, int[]> references)
    {
        yield return (".gitignore", "bin/\nobj/\nartifacts/\n");
        yield return ("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                <NoWarn>$(NoWarn);AIA1001;AIA9008</NoWarn>
              </PropertyGroup>
              <ItemGroup Condition="'$(UseAiAttribution)' == 'true'">
                <PackageReference Include="AiAttribution" Version="{version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        yield return ("All.slnx", $"<Solution>\n{string.Concat(Enumerable.Range(0, Projects).Select(p => $"  <Project Path=\"src/P{p}/P{p}.csproj\" />\n"))}</Solution>\n");
        for (int project = 0; project < Projects; project++)
        {
            IEnumerable<string> items = references(project).Select(needed => $"<ProjectReference Include=\"../P{needed}/P{needed}.csproj\" />");
            yield return ($"src/P{project}/P{project}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup>{string.Concat(items)}</ItemGroup></Project>\n");
            for (int file = 0; file < FilesPerProject; file++)
                yield return (PathOf(project, file), Class(project, file, 0));
        }
    }

    private static IEnumerable<(string, string)> Change(Random random, int commit)
    {
        (int project, int file) = (random.Next(Projects), random.Next(FilesPerProject));
        yield return (PathOf(project, file), Class(project, file, commit));
    }

    private static string PathOf(int project, int file) => $"src/P{project}/C{file}.cs";

    private static string Class(int project, int file, int commit)
    {
        var text = new StringBuilder($"namespace P{project};\n\npublic static class C{file}\n{{\n");
        for (int method = 0; method < 12; method++)
        {
            int salt = (method + commit) % 12 == 0 ? commit : 0;
            text.Append(CultureInfo.InvariantCulture, $"    public static int M{method}(int value)\n    {{\n        int sum = value + {salt};\n        for (int i = 0; i < value; i++)\n            sum += i * {method + 1};\n        if (sum > {salt + 100})\n            sum -= {method};\n        return sum;\n    }}\n\n");
        }

        return text.Append("}\n").ToString();
    }

    private static void Add(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));
}
