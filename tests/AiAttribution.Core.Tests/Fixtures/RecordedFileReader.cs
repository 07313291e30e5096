using System.Text;
using AiAttribution.Core.Sessions.Recorded;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Reads recorded sessions as the format of one source does.</summary>
internal static class RecordedFileReader
{
    public static RecordedReading Read(RecordSource source, params (string Path, string Text)[] files)
    {
        IRecordedFormat format = RecordedFormats.Of(RecordedFormats.SessionFiles, RecordedFormats.TelemetryFiles).Single(f => f.Source == source);
        var reading = new RecordedReading();
        Assert.All(files, file => Assert.True(format.IsRecord(file.Path), file.Path));
        format.Read([.. files.Select(file => new RecordedFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))], reading);
        return reading;
    }
}
