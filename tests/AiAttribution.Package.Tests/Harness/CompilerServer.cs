using System.Diagnostics;

namespace AiAttribution.Package.Tests.Harness;

/// <summary>A compiler server for the builds of this run alone. It stays warm between them, and ends with the run.</summary>
internal static class CompilerServer
{
    private static readonly Lazy<string> Started = new(Start);

    /// <summary>What a build names as <c>SharedCompilationId</c> to be compiled by it.</summary>
    public static string Id => Started.Value;

    private static string Start()
    {
        string id = $"aia-{Guid.NewGuid():N}";
        Process server = DotnetProcess.Start(Path.GetTempPath(), new Dictionary<string, string>(), ["exec", Compiler(), $"-pipename:{id}"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Kill();
        return id;
    }

    /// <summary>The server of the SDK that builds in a folder without global.json.</summary>
    private static string Compiler()
    {
        string version = Ask("--version");
        string sdk = Ask("--list-sdks").Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        return Path.Combine(sdk[(version.Length + 2)..^1], version, "Roslyn", "bincore", "VBCSCompiler.dll");
    }

    private static string Ask(string option) => DotnetProcess.Run(Path.GetTempPath(), new Dictionary<string, string>(), [option]).Output.Trim();
}
