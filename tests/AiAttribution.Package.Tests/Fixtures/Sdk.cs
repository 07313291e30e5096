namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>The SDK that builds in a folder without global.json.</summary>
internal static class Sdk
{
    private static readonly Lazy<string> Found = new(Find);

    public static string Folder => Found.Value;

    private static string Find()
    {
        string version = Ask("--version");
        string sdk = Ask("--list-sdks").Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        return Path.Combine(sdk[(version.Length + 2)..^1], version);
    }

    private static string Ask(string option) => DotnetProcess.Run(Path.GetTempPath(), new Dictionary<string, string>(), [option]).Output.Trim();
}
