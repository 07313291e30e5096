using AiAttribution.Cli.Hosting;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>One run of the tool, as a user sees it.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public static Task<ToolRun> Of(string directory, params string[] arguments) => In([], directory, arguments);

    /// <summary>A run with these environment variables and no others, as in <c>CI=true</c>.</summary>
    public static Task<ToolRun> In(string[] variables, string directory, params string[] arguments) => Run(null, variables, directory, arguments);

    /// <summary>A run that another program says something to.</summary>
    public static Task<ToolRun> Told(string input, string directory, params string[] arguments) => Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), [], directory, arguments);

    private static async Task<ToolRun> Run(Stream? input, string[] variables, string directory, string[] arguments)
    {
        var set = variables.Select(v => v.Split('=', 2)).ToDictionary(v => v[0], v => v[1]);
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int exitCode = await Tool.RunAsync(arguments, new ToolConsole(directory, output, error, ShowsProgress: false) { Input = input, Variable = name => set.GetValueOrDefault(name) ?? (variables.Length > 0 || IsPipeline(name) ? null : Environment.GetEnvironmentVariable(name)) });
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The tests may run in a pipeline themselves.</summary>
    private static bool IsPipeline(string name) => name is "CI" or "GITHUB_ACTIONS" or "TF_BUILD" or "GITLAB_CI" or "TEAMCITY_VERSION" or "JENKINS_URL" or "BITBUCKET_BUILD_NUMBER";
}
