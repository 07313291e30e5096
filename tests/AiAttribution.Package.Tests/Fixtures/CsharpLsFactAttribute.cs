namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A test that needs csharp-ls, which is installed once for a checkout; skipped where no registry serves it.</summary>
public sealed class CsharpLsFactAttribute : FactAttribute
{
    private const string Version = "0.28.0";

    private static readonly Lazy<string?> Problem = new(Install);

    public CsharpLsFactAttribute() => Skip = Problem.Value;

    /// <summary>Full path of the program.</summary>
    internal static string Program => Path.Combine(Folder, OperatingSystem.IsWindows() ? "csharp-ls.exe" : "csharp-ls");

    private static string Folder => Path.Combine(PackedPackage.RepositoryRoot, "artifacts", "tools", "csharp-ls", Version);

    private static string? Install()
    {
        if (File.Exists(Program))
            return null;
        var once = new Dictionary<string, string> { ["NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT"] = "1" };
        (int exitCode, string output) = DotnetProcess.Run(Path.GetTempPath(), once, ["tool", "install", "csharp-ls", "--version", Version, "--tool-path", Folder]);
        return exitCode == 0 ? null : $"csharp-ls {Version} cannot be installed here: {output.Trim()}";
    }
}
