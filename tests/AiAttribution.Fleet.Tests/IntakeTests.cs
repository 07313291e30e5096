using System.IO.Compression;
using System.Text;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Fleet.Tests.Fixtures;
using AiAttribution.Testing.Files;
using static AiAttribution.Core.Tests.Fixtures.EnvelopeBuilder;

namespace AiAttribution.Fleet.Tests;

/// <summary>What may not enter, and what is said of it.</summary>
public sealed class IntakeTests : IDisposable
{
    private static readonly Envelope Good = Make(rows: [LineRow("ai", 10)]);

    private readonly TestLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Envelope_that_was_changed_on_the_way_is_refused()
    {
        byte[] bytes = FileOf(Good);
        _lake.Drop(FileOf(Make(rows: [LineRow("ai", 9999)])), EnvelopePack.NameOf(bytes));

        Refused("its name is not the SHA-256 of its bytes");
    }

    [Fact]
    public void Envelope_that_is_not_copied_to_its_end_enters_when_it_is()
    {
        byte[] bytes = FileOf(Good);
        string file = _lake.Drop(bytes[..^9], EnvelopePack.NameOf(bytes));
        Refused("is not copied to its end yet");

        File.WriteAllBytes(file, bytes);

        Assert.Contains("1 envelope compacted", _lake.Do("compact").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_file_of_much_text_is_refused()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int i = 0; i < 64; i++)
                gzip.Write(new byte[1 << 20]);
        }

        _lake.Drop(bomb.ToArray());

        Refused("it unpacks to more than 32 MB");
    }

    [Fact]
    public void Huge_file_is_refused()
    {
        _lake.Drop(new byte[5 << 20], "huge.jsonl.gz");

        Refused("it has more than 4 MB");
    }

    [Fact]
    public void Envelope_of_the_future_is_refused()
    {
        _lake.Send(Make(time: "2199-01-01T00:00:00Z"));

        Refused("it is of 2199-01-01, which cannot be");
    }

    [Fact]
    public void Envelope_of_a_newer_version_is_kept_and_told()
    {
        byte[] newer = EnvelopePack.Pack(TextOf(Good).Replace("\"v\":1,", "\"v\":2,", StringComparison.Ordinal));
        string file = _lake.Drop(newer);

        (int exitCode, string output, string error) = _lake.Do("compact");

        Assert.Equal(0, exitCode);
        Assert.Contains("0 envelopes compacted, 0 refused, 1 waiting", output, StringComparison.Ordinal);
        Assert.Contains("a newer ai-attribution-fleet may read it", error, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public void Refused_envelope_is_told_once_by_compact_and_always_by_doctor()
    {
        _lake.Send(Good);
        _lake.Drop(Encoding.UTF8.GetBytes("no gzip"));
        _lake.Do("compact");

        Assert.Equal("", _lake.Do("compact").Error);
        Assert.Contains("refused envelopes: 1", _lake.Do("doctor").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_file_costs_no_other()
    {
        _lake.Drop(Encoding.UTF8.GetBytes("no gzip"));
        _lake.Send(Good);

        Assert.Contains("1 envelope compacted, 1 refused", _lake.Do("compact").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_checks_names_and_counts()
    {
        string good = Path.Combine(_lake.Folder, "AiAttribution.envelope.jsonl.gz");
        string bad = Path.Combine(_lake.Folder, "bad.jsonl.gz");
        File.WriteAllBytes(good, FileOf(Good));
        File.WriteAllBytes(bad, [1, 2, 3]);

        Assert.Equal("1 envelope added, 0 known already, 0 refused\n", _lake.Do("add", good).Out);
        (int exitCode, string output, string error) = _lake.Do("add", good, bad);

        Assert.Equal((2, "0 envelopes added, 1 known already, 1 refused\n"), (exitCode, output));
        Assert.Equal($"ai-attribution-fleet: {bad} is refused: it is no whole gzip file\n", error);
        Assert.True(File.Exists(Path.Combine(_lake.Inbox, "v1", "2026", "10", "06", EnvelopePack.NameOf(FileOf(Good)))));
    }

    [Fact]
    public void One_repository_cannot_speak_for_another_where_senders_are_set_up()
    {
        using var lake = new TestLake("""{ "senders": [{ "folder": "shop", "repositories": ["host.example/owner/shop"] }] }""");
        byte[] foreign = FileOf(Make(repository: "host.example/owner/till"));
        lake.Drop(FileOf(Good), "shop/" + EnvelopePack.NameOf(FileOf(Good)));
        lake.Drop(foreign, "shop/" + EnvelopePack.NameOf(foreign));
        lake.Drop(FileOf(Make(build: "8/test")));

        (int exitCode, string output, string error) = lake.Do("compact");

        Assert.Equal(0, exitCode);
        Assert.Contains("1 envelope compacted, 2 refused", output, StringComparison.Ordinal);
        Assert.Contains("'shop' may not speak for host.example/owner/till", error, StringComparison.Ordinal);
        Assert.Contains("nobody said who may speak for host.example/owner/shop", error, StringComparison.Ordinal);
    }

    [UnixFact]
    public void Links_in_the_inbox_are_not_followed()
    {
        string outside = Path.Combine(_lake.Folder, "outside.jsonl.gz");
        File.WriteAllBytes(outside, FileOf(Good));
        File.CreateSymbolicLink(Path.Combine(_lake.Inbox, "link.jsonl.gz"), outside);

        Assert.Contains("0 envelopes compacted", _lake.Do("compact").Out, StringComparison.Ordinal);
    }

    private void Refused(string reason)
    {
        (int exitCode, string output, string error) = _lake.Do("compact");
        Assert.Equal(0, exitCode);
        Assert.Contains("0 envelopes compacted, 1 refused", output, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
    }
}
