using System.Text.Json;
using Microsoft.Build.Framework;

namespace AiAttribution.Tasks.Tests.Fixtures;

/// <summary>What the tasks of a build said, and the data that they left.</summary>
internal sealed record TaskRun(RecordingEngine Engine, string Json)
{
    public IReadOnlyList<BuildErrorEventArgs> Errors => Engine.Errors;

    public IReadOnlyList<BuildWarningEventArgs> Warnings => Engine.Warnings;

    /// <summary>Codes of all warnings.</summary>
    public IEnumerable<string> Codes => Engine.Warnings.Select(warning => warning.Code);

    /// <summary>Members that the analyzer warns of, as <c>AIA1005 7</c>: code and line.</summary>
    public IEnumerable<string> Accused =>
        from member in JsonDocument.Parse(Json).RootElement.GetProperty("members").EnumerateArray()
        where member.GetProperty("verdict").GetString() != "none"
        select $"{member.GetProperty("verdict")} {member.GetProperty("line")}";
}
