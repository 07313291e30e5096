namespace AiAttribution.Package.Tests.Fixtures;

/// <summary>What a build printed.</summary>
internal sealed record BuildResult(int ExitCode, string Output)
{
    public IReadOnlyList<BuildDiagnostic> Diagnostics { get; } = BuildDiagnostic.Parse(Output);

    /// <summary>Diagnostics of this package.</summary>
    public IReadOnlyList<BuildDiagnostic> Own => [.. Diagnostics.Where(d => d.Code.StartsWith("AIA", StringComparison.Ordinal))];

    public IReadOnlyList<BuildDiagnostic> Of(string code) => [.. Diagnostics.Where(d => d.Code == code)];

    /// <summary>This build, when it ended well; fails the test with its output when it did not.</summary>
    public BuildResult Succeeded()
    {
        Assert.True(ExitCode == 0, Output);
        return this;
    }

    public BuildResult Failed()
    {
        Assert.True(ExitCode != 0, Output);
        return this;
    }
}
