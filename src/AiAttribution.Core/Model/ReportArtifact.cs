namespace AiAttribution.Core.Model;

/// <summary>A file that was built: an assembly or a package.</summary>
/// <param name="Name">Name without folders.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hexadecimal.</param>
internal sealed record ReportArtifact(string Name, string Sha256)
{
    /// <summary>Stands for the assembly of a build that is not written yet; a build puts the real one in its place.</summary>
    public static ReportArtifact Placeholder { get; } = new("{artifact}", new string('0', 64));
}
