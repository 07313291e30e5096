using System.Globalization;
using AiAttribution.Core.Members;
using AiAttribution.Git.Members;

namespace AiAttribution.Git.Tests.Members;

public class PackedMembersTests
{
    private const int Seed = 20;
    private const int Rounds = 300;
    private const int MostBytesForOne = 1 << 20;

    [Fact]
    public void Members_come_back_as_they_were()
    {
        var random = new Random(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            Member[] members = [.. Enumerable.Range(0, random.Next(5)).Select(_ => Any(random))];

            IReadOnlyList<Member> read = PackedMembers.Unpack(PackedMembers.Pack(members))!;

            Assert.Equal(members.Select(Text), read.Select(Text));
        }
    }

    [Fact]
    public void Damaged_bytes_are_no_members_or_other_members_and_never_an_exception_or_much_memory()
    {
        var random = new Random(Seed);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = PackedMembers.Pack([Any(random), Any(random)]);
            for (int i = 0; i < 3; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            long before = GC.GetAllocatedBytesForCurrentThread();

            PackedMembers.Unpack(bytes);

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesForOne);
        }
    }

    private static string Text(Member m) =>
        string.Create(CultureInfo.InvariantCulture, $"{m.Name}|{m.QualifiedName}|{m.Line}|{m.Column}|{m.FirstLine}|{m.LastLine}|{string.Join(',', m.CodeLines)}");

    private static Member Any(Random random)
    {
        string[] names = ["A.B(int)", "Größe.Ünïcode<T>(string?)", "", "🙂"];
        return new Member(names[random.Next(names.Length)], Line(random), random.Next(1, 500), Line(random), Line(random), [.. Enumerable.Range(Line(random), random.Next(40))])
        {
            QualifiedName = names[random.Next(names.Length)],
        };
    }

    private static int Line(Random random) => random.Next(1, 1 << random.Next(1, 24));
}
