using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Snapshot;

public class SnapshotFormatTests
{
    [Fact]
    public void Snapshot_survives_writing_and_reading()
    {
        SnapshotModel written = SnapshotModelBuilder.Snapshot();

        SnapshotModel read = SnapshotReader.Parse(SnapshotWriter.Write(written))!;

        Assert.Equal(written.Policy, read.Policy);
        Assert.Equivalent(written.Files, read.Files, strict: true);
    }

    [Fact]
    public void Text_is_lines_of_words_and_runs() =>
        Assert.Equal(
            """
            AiAttribution.snapshot 2
            policy share=0.5 lines=5 grace=14
            source grade=declared agent=claude-code model=m1 session=claude:s1 commit=c deployed=none
            file lines=3 tests=measured path=A%0020b.cs
            marks o1 a2:0
            coverage -3
            hashes AAAAALl5N55y8248
            end 1

            """,
            SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A b.cs", [SnapshotModelBuilder.Source("c")], "o00"))));

    [Fact]
    public void Searched_test_assemblies_are_told_with_their_file()
    {
        LineTable file = SnapshotModelBuilder.File("A.cs", [SnapshotModelBuilder.Source("c")], "00") with
        {
            Measurement = FileMeasurement.Unmeasured,
            Coverage = [LineCoverage.Unreferenced, LineCoverage.Unreferenced],
            Searched = ["Shop.More.Tests", "Shop.Tests"],
        };

        string text = SnapshotWriter.Write(SnapshotModelBuilder.Of(file));

        Assert.Contains("\nfile lines=2 tests=unmeasured searched=Shop.More.Tests,Shop.Tests path=A.cs\n", text);
        Assert.Contains("\ncoverage n2\n", text);
        Assert.Equal(["Shop.More.Tests", "Shop.Tests"], Assert.Single(SnapshotReader.Parse(text)!.Files).Searched);
    }

    [Fact]
    public void Order_and_numbers_of_the_input_do_not_change_the_text()
    {
        AiSource[] sources = [SnapshotModelBuilder.Source("a"), SnapshotModelBuilder.Source("b")];
        SnapshotModel one = SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", sources, "01"), SnapshotModelBuilder.File("B.cs", sources, "1"));
        AiSource[] others = [SnapshotModelBuilder.Source("unused"), SnapshotModelBuilder.Source("b"), SnapshotModelBuilder.Source("a"), SnapshotModelBuilder.Source("b")];
        SnapshotModel other = SnapshotModelBuilder.Of(SnapshotModelBuilder.File("B.cs", others, "3"), SnapshotModelBuilder.File("A.cs", others, "21"));

        Assert.Equal(SnapshotWriter.Write(one), SnapshotWriter.Write(other));
    }

    [Fact]
    public void File_without_ai_lines_is_left_out()
    {
        SnapshotModel snapshot = SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", [], "ou"));

        Assert.Empty(SnapshotReader.Parse(SnapshotWriter.Write(snapshot))!.Files);
    }

    [Fact]
    public void Ai_lines_of_the_baseline_are_written_as_other_lines()
    {
        AiSource[] sources = [SnapshotModelBuilder.Source("a"), SnapshotModelBuilder.Source("old") with { BeforeBaseline = true }];

        string text = SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", sources, "1o10"), SnapshotModelBuilder.File("B.cs", sources, "11")));

        Assert.Contains("\nmarks o3 a1:0\n", text);
        Assert.DoesNotContain("commit=old", text);
        Assert.DoesNotContain("B.cs", text);
    }

    [Fact]
    public void Commits_are_written_abbreviated() =>
        Assert.Contains(" commit=0123456789ab ", SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", [SnapshotModelBuilder.Source("0123456789abcdef")], "0"))));

    [Fact]
    public void Line_without_source_is_refused_by_the_writer() =>
        Assert.Throws<ArgumentException>(() => SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", [SnapshotModelBuilder.Source("a")], "7"))));

    [Fact]
    public void Arrays_of_different_length_are_refused_by_the_writer() =>
        Assert.Throws<ArgumentException>(() => SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A.cs", [SnapshotModelBuilder.Source("a")], "00") with { Hashes = [1] })));

    [Theory]
    [InlineData("")]
    [InlineData("not a snapshot")]
    [InlineData("AiAttribution.snapshot 1\npolicy share=0.5 lines=5\nend 0\n")]
    [InlineData("AiAttribution.snapshot 20\npolicy share=0.5 lines=5\nend 0\n")]
    [InlineData("AiAttribution.snapshot 2\nend 0\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=half lines=5\nend 0\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=NaN lines=5\nend 0\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=0.5 lines=-5\nend 0\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=0.5 lines=5\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=0.5 lines=5\nend 1\n")]
    [InlineData("AiAttribution.snapshot 2\npolicy share=0.5 lines=5\nmarks o1\nend 0\n")]
    public void Text_that_is_no_snapshot_of_this_version_is_refused(string text) => Assert.Null(SnapshotReader.Parse(text));

    [Theory]
    [InlineData("lines=3", "lines=4")]
    [InlineData("lines=3", "lines=0")]
    [InlineData("lines=3", "lines=999999999")]
    [InlineData("marks o1 a2:0", "marks o1 a1:0")]
    [InlineData("marks o1 a2:0", "marks o1 a2:1")]
    [InlineData("marks o1 a2:0", "marks o1 a2")]
    [InlineData("marks o1 a2:0", "marks o1 a2000000000:0")]
    [InlineData("marks o1 a2:0", "marks o1 x2")]
    [InlineData("marks o1 a2:0", "marks o1 o0 o2")]
    [InlineData("coverage -3", "coverage !3")]
    [InlineData("coverage -3", "coverage -2")]
    [InlineData("hashes AAAAALl5N55y8248", "hashes AAAAALl5N55y824")]
    [InlineData("hashes AAAAALl5N55y8248", "hashes AAAAALl5N55y82*8")]
    [InlineData("hashes AAAAALl5N55y8248\n", "")]
    [InlineData("tests=measured", "tests=perhaps")]
    [InlineData("path=A%0020b.cs", "path=A%00")]
    [InlineData("grade=declared", "grade=")]
    [InlineData("end 1", "end 2")]
    public void Damaged_record_makes_the_whole_snapshot_unreadable(string sound, string damaged)
    {
        string text = SnapshotWriter.Write(SnapshotModelBuilder.Of(SnapshotModelBuilder.File("A b.cs", [SnapshotModelBuilder.Source("c")], "o00")));
        Assert.Contains(sound, text);

        Assert.Null(SnapshotReader.Parse(text.Replace(sound, damaged)));
    }

    [Fact]
    public void Words_and_keys_of_later_writers_are_passed_over()
    {
        string text = SnapshotWriter.Write(SnapshotModelBuilder.Snapshot())
            .Replace("grade=weak", "grade=weak colour=blue")
            .Replace("end ", "waiver until=never\nend ");

        Assert.Equal(2, SnapshotReader.Parse(text)!.Files.Count);
    }

    [Fact]
    public void Other_line_ends_are_read()
    {
        string text = SnapshotWriter.Write(SnapshotModelBuilder.Snapshot()).Replace("\n", "\r\n");

        Assert.Equal(2, SnapshotReader.Parse(text)!.Files.Count);
    }
}
