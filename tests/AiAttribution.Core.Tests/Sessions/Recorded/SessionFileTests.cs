using AiAttribution.Core.Sessions;
using AiAttribution.Core.Sessions.Recorded;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Sessions.Recorded;

public class SessionFileTests
{
    private const string Path = ".ai-attribution/sessions/one.json";

    [Fact]
    public void Record_names_its_commit()
    {
        RecordedReading reading = Read("""
            {"v":1,"id":"r1","agent":"codex","session":"s1","exactness":"session-total","commit":"0123456789012345678901234567890123456789","models":[{"model":"gpt-5","input":10,"output":20}]}
            """);

        RecordedAllocation record = Assert.Single(reading.Allocations);
        Assert.Equal(("0123456789012345678901234567890123456789", 30L, Exactness.SessionTotal), (record.Commit, record.Allocation.Usage.Total, record.Allocation.Exactness));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("""{"v":1,"id":"r1","agent":"codex","session":"s1"}""", Path + ": its exactness is none of the known words")]
    [InlineData("""[{"v":1,"id":"r1","agent":"codex","session":"s1","exactness":"exact"},{"v":2}]""", Path + ", record 2: its version is not 1, so a newer reader is needed")]
    [InlineData("""{"v":1,"id":"r1","agent":"codex","session":"/home/dev/x","exactness":"exact"}""", Path + ": 'session' is no plain word")]
    [InlineData("""{"v":1,"id":"r1","agent":"codex","session":"s1","exactness":"exact","commit":"abc"}""", Path + ": 'commit' is no full id of a commit")]
    [InlineData("{\"v\":1,\n\"id\":}", Path + "(2,6): it is not JSON")]
    [InlineData("\"text\"", Path + ": it is not a JSON object")]
    public void Mistake_is_named_with_file_and_place(string text, string problem) =>
        Assert.Equal([problem], Read(text).Problems);

    [Fact]
    public void Good_records_beside_a_bad_one_are_kept() =>
        Assert.Single(Read("""[{"v":1,"id":"r1","agent":"codex","session":"s1","exactness":"exact"},7]""").Allocations);

    [Fact]
    public void Only_the_folder_of_a_pattern_is_looked_into()
    {
        IRecordedFormat format = RecordedFormats.Of([Glob.ForPaths("/ai/sessions/*.json"), Glob.ForPaths("*.session.json")], [])[0];

        Assert.Equal(["", "ai/sessions"], format.Folders);
        Assert.True(format.IsRecord("src/deep/one.session.json"));
        Assert.False(format.IsRecord("ai/sessions/deep/one.json"));
    }

    private static RecordedReading Read(string text) => RecordedFileReader.Read(RecordSource.SessionFile, (Path, text));
}
