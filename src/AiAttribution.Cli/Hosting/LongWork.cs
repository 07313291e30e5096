using AiAttribution.Git.Scanning;
using Spectre.Console;

namespace AiAttribution.Cli.Hosting;

/// <summary>Work that may last. After a second a progress bar appears, where a person looks.</summary>
internal static class LongWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    public static async Task<T> Run<T>(ToolConsole console, Func<IProgress<ScanProgress>, T> work)
    {
        var latest = new Latest();
        Task<T> running = Task.Run(() => work(latest));
        if (console.ShowsProgress && await Task.WhenAny(running, Task.Delay(Patience)) != running)
            await Show(console, running, latest);
        return await running;
    }

    private static async Task Show(ToolConsole console, Task running, Latest latest)
    {
        IAnsiConsole screen = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(console.Error) });
        await screen.Progress().AutoClear(true).StartAsync(async bars =>
        {
            ProgressTask bar = bars.AddTask("reading files");
            while (!running.IsCompleted)
            {
                ScanProgress at = latest.Value;
                bar.Description = Markup.Escape(at.Step ?? "reading files");
                bar.IsIndeterminate = at.Total == 0;
                bar.MaxValue = Math.Max(1, at.Total);
                bar.Value = at.Done;
                await Task.WhenAny(running, Task.Delay(Refresh));
            }
        });
    }

    /// <summary>The newest report only; <see cref="Progress{T}"/> would queue all of them.</summary>
    private sealed class Latest : IProgress<ScanProgress>
    {
        private readonly object _gate = new();
        private ScanProgress _value;

        public ScanProgress Value
        {
            get
            {
                lock (_gate)
                    return _value;
            }
        }

        public void Report(ScanProgress value)
        {
            lock (_gate)
                _value = value;
        }
    }
}
