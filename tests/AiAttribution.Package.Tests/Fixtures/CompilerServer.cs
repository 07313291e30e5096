namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>A compiler server for the builds of this run alone. It stays warm between them, and ends with the run.</summary>
internal static class CompilerServer
{
    /// <summary>What a build names as <c>SharedCompilationId</c> to be compiled by it.</summary>
    public static string Id { get; } = $"aia-{Guid.NewGuid():N}";

    public static void Start() =>
        DotnetProcess.Serve(new Dictionary<string, string>(), ["exec", Path.Combine(Sdk.Folder, "Roslyn", "bincore", "VBCSCompiler.dll"), $"-pipename:{Id}"]);
}
