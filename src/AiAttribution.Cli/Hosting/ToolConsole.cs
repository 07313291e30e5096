using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Hosting;

/// <summary>Where the tool reads its paths from and writes its answers to.</summary>
/// <param name="Directory">Full path that relative paths start from.</param>
/// <param name="Out">Answers.</param>
/// <param name="Error">Errors, notes and progress.</param>
/// <param name="ShowsProgress">Whether a person sees <paramref name="Error"/> on a terminal.</param>
internal sealed record ToolConsole(string Directory, TextWriter Out, TextWriter Error, bool ShowsProgress)
{
    /// <summary>Gives the value of an environment variable; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>What another program says to this one; null where a person types.</summary>
    public Stream? Input { get; init; }

    public static ToolConsole OfProcess() => new(
        Environment.CurrentDirectory,
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" },
        Console.Error,
        !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb")
    {
        Input = Console.IsInputRedirected ? Console.OpenStandardInput() : null,
    };

    /// <summary>This console for the place where the tool runs: in a pipeline nothing that is printed is an order, but what goes through <see cref="Order"/>.</summary>
    public ToolConsole ForItsReader() => PipelineText.IsRead(Variable) ? this with { Out = new PipelineWriter(Out), Error = new PipelineWriter(Error) } : this;

    /// <summary>Prints orders to the system that runs the build. Every name in them is escaped already.</summary>
    public void Order(string lines)
    {
        Out.Flush();
        (Out is PipelineWriter filter ? filter.Plain : Out).Write(lines);
    }

    /// <summary>The full path of a path that the user gave.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Directory);
}
