using System.Text;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Snapshot;
using AiAttribution.Core.Tests.Fixtures;

namespace AiAttribution.Core.Tests.Snapshot;

public class SnapshotFuzzTests
{
    private static readonly string Sound = SnapshotWriter.Write(SnapshotModelBuilder.Snapshot());

    [Fact]
    public void Every_cut_is_unreadable_and_none_throws()
    {
        int lastCharacters = "2\n".Length;
        for (int length = 0; length <= Sound.Length - lastCharacters; length++)
            Assert.Null(SnapshotReader.Parse(Sound[..length]));
    }

    [Fact]
    public void Random_damage_never_throws_and_what_is_read_is_consistent()
    {
        Random random = new(20260101);
        int read = 0;
        for (int round = 0; round < 20_000; round++)
        {
            if (SnapshotReader.Parse(Damage(Sound, random)) is not SnapshotModel snapshot)
                continue;
            read++;
            Assert.All(snapshot.Files, AssertConsistent);
        }

        Assert.InRange(read, 1, 20_000);
    }

    private static string Damage(string text, Random random)
    {
        StringBuilder damaged = new(text);
        for (int edits = random.Next(1, 6); edits > 0; edits--)
        {
            int at = random.Next(damaged.Length);
            switch (random.Next(3))
            {
                case 0:
                    damaged[at] = Character(random);
                    break;
                case 1:
                    damaged.Insert(at, Character(random));
                    break;
                default:
                    damaged.Remove(at, Math.Min(random.Next(1, 20), damaged.Length - at));
                    break;
            }
        }

        return damaged.ToString();
    }

    private static char Character(Random random) => random.Next(4) == 0 ? (char)random.Next(0x10000) : "0123456789 aou:=%\n.-+?l"[random.Next(23)];

    private static void AssertConsistent(LineTable file)
    {
        Assert.Equal(file.Hashes.Length, file.Lines.Length);
        Assert.Equal(file.Hashes.Length, file.Coverage.Length);
        Assert.All(file.Lines, line => Assert.InRange(line.Source, line.State == LineState.Ai ? 0 : -1, file.Sources.Count - 1));
    }
}
