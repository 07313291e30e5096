namespace AiAttribution.Core.Sessions.Recorded;

/// <summary>The words for <see cref="RecordSource"/> in reports.</summary>
internal static class RecordSourceNames
{
    private static readonly string[] Names = ["notes", "session files", "Entire checkpoints", "telemetry"];

    /// <summary>The word.</summary>
    public static string Of(RecordSource source) => Names[(int)source];
}
