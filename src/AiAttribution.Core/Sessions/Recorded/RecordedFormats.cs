using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>The formats of session records in git, besides our own notes.</summary>
internal static class RecordedFormats
{
    /// <summary>Where session records are looked for, unless the policy says otherwise.</summary>
    public static IReadOnlyList<Glob> SessionFiles { get; } = [Glob.ForPaths("/.ai-attribution/sessions/**/*.json")];

    /// <summary>Where exported telemetry is looked for, unless the policy says otherwise.</summary>
    public static IReadOnlyList<Glob> TelemetryFiles { get; } = [Glob.ForPaths("/.ai-attribution/telemetry/**/*.json"), Glob.ForPaths("/.ai-attribution/telemetry/**/*.jsonl")];

    /// <summary>All formats.</summary>
    /// <param name="sessionFiles">Paths of session records.</param>
    /// <param name="telemetryFiles">Paths of exported telemetry.</param>
    public static IReadOnlyList<IRecordedFormat> Of(IReadOnlyList<Glob> sessionFiles, IReadOnlyList<Glob> telemetryFiles) =>
    [
        new SessionFileFormat(sessionFiles),
        new EntireFormat(),
        new TelemetryFormat(telemetryFiles),
    ];
}
