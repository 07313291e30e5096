using System.Diagnostics;
using System.Globalization;

namespace AiAttribution.Benchmarks;

/// <summary>
/// What the tool's verbs take as whole processes, beside <c>git blame</c>: <c>verbs TOOL REPOSITORY FILE LINE [RUNS]</c>, where TOOL is the path of <c>ai-attribution.dll</c>. A cold run
/// finds nothing that an earlier one kept, a warm one all of it; they take turns with <c>git blame</c>, so that a busy machine slows all of them down. Processor and wall seconds, medians.
/// </summary>
internal static class VerbTimes
{
    public static int Run(string[] arguments)
    {
        (string tool, string repository, string file, string line) = (arguments[0], arguments[1], arguments[2], arguments[3]);
        int runs = arguments.Length > 4 ? int.Parse(arguments[4], CultureInfo.InvariantCulture) : 5;
        string kept = Path.Combine(repository, ".git", "ai-attribution");
        var commands = new (string Name, bool IsCold, string Command)[]
        {
            ("git blame", false, $"git blame '{file}'"),
            ("--version", false, $"dotnet '{tool}' --version"),
            ("lines, cold", true, $"dotnet '{tool}' lines"),
            ("lines, warm", false, $"dotnet '{tool}' lines"),
            ("blame, cold", true, $"dotnet '{tool}' blame '{file}'"),
            ("blame, warm", false, $"dotnet '{tool}' blame '{file}'"),
            ("explain, cold", true, $"dotnet '{tool}' explain '{file}:{line}'"),
            ("explain, warm", false, $"dotnet '{tool}' explain '{file}:{line}'"),
        };
        var taken = commands.ToDictionary(command => command.Name, _ => new List<(double Processor, double Wall)>());
        for (int run = 0; run <= runs; run++)
        {
            foreach ((string name, bool isCold, string command) in commands)
            {
                if (isCold && Directory.Exists(kept))
                    Directory.Delete(kept, recursive: true);
                (double, double) time = Time(repository, command);
                if (run > 0)
                    taken[name].Add(time);
            }
        }

        Console.WriteLine("| command | user + system | wall |\n|---|---:|---:|");
        foreach ((string name, List<(double Processor, double Wall)> times) in taken)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {CacheTimes.Median([.. times.Select(t => t.Processor)]):F2} s | {CacheTimes.Median([.. times.Select(t => t.Wall)]):F2} s |"));
        return 0;
    }

    private static (double Processor, double Wall) Time(string folder, string command)
    {
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"TIMEFORMAT='%U %S %R'; time {command} > /dev/null 2>&1");
        using Process process = Process.Start(start)!;
        double[] seconds = [.. process.StandardError.ReadToEnd().Trim().Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        process.WaitForExit();
        return (seconds[0] + seconds[1], seconds[2]);
    }
}
