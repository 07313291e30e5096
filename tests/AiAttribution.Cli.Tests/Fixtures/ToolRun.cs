using AiAttribution.Cli.Hosting;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>One run of the tool, as a user sees it.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public static async Task<ToolRun> Of(string directory, params string[] arguments)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int exitCode = await Tool.RunAsync(arguments, new ToolConsole(directory, output, error, ShowsProgress: false));
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }
}
