using System.CommandLine;
using AiAttribution.Core.Text;
using AiAttribution.Fleet.Intake;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.Verbs;

/// <summary>What verbs share.</summary>
internal static class LakeOptions
{
    public static Option<string> Lake() => new("--lake")
    {
        Description = "Folder of the lake, as 'init' made it.",
        HelpName = "LAKE",
        DefaultValueFactory = _ => ".",
    };

    /// <summary>The lake that was named, with its settings.</summary>
    /// <exception cref="ToolException">It is none, or its settings are wrong.</exception>
    public static (LakeFolder Lake, FleetSettings Settings) Open(ToolConsole console, string folder)
    {
        LakeFolder lake = LakeFolder.Open(console.FullPath(folder));
        return (lake, FleetSettingsReader.Read(lake.SettingsFile));
    }

    /// <summary>Says how much of the lake an answer leaves out; the exit code says it, too.</summary>
    public static int Tell(ToolConsole console, string? partial)
    {
        if (partial is null)
            return ExitCode.Pass;
        console.Error.WriteLine($"ai-attribution-fleet: {partial}");
        return ExitCode.Violated;
    }

    /// <summary>Tells what became of a file that did not enter. Its name may be anybody's.</summary>
    public static void Tell(ToolConsole console, Rejection rejection, string fate) =>
        console.Error.WriteLine(Printable.Of($"ai-attribution-fleet: {rejection.File} {fate}: {rejection.Reason}"));

    /// <summary>What may enter now.</summary>
    public static EnvelopeGate Gate(FleetSettings settings) => new(settings, DateTimeOffset.UtcNow);
}

/// <summary>Tells where a person looks how far long work is.</summary>
internal sealed class LineProgress(ToolConsole console, string words) : IProgress<int>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private DateTime _next = DateTime.UtcNow + Patience;
    private bool _isShown;

    public void Report(int value)
    {
        if (!console.ShowsProgress || DateTime.UtcNow < _next)
            return;
        _next = DateTime.UtcNow + Patience / 4;
        _isShown = true;
        console.Error.Write($"\r{words}: {value}");
        console.Error.Flush();
    }

    public void Dispose()
    {
        if (_isShown)
            console.Error.Write("\r" + new string(' ', words.Length + 14) + "\r");
    }
}
