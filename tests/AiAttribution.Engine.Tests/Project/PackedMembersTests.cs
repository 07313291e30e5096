using System.Globalization;
using AiAttribution.Core.Members;
using AiAttribution.Engine.Project;
using CsCheck;

namespace AiAttribution.Engine.Tests.Project;

public class PackedMembersTests
{
    private const int Rounds = 300;
    private const int MostBytesForOne = 1 << 20;

    private static readonly Gen<string> Names = Gen.OneOf("A.B(int)", "Größe.Ünïcode<T>(string?)", "", "🙂");

    private static readonly Gen<int> Lines = Gen.Int[1, 23].SelectMany(bits => Gen.Int[1, (1 << bits) - 1]);

    private static readonly Gen<Member> Members = Gen.Select(
        Gen.Select(Names, Names),
        Gen.Select(Lines, Gen.Int[1, 499]),
        Gen.Select(Lines, Lines),
        Gen.Select(Lines, Gen.Int[0, 39]),
        (names, place, lines, code) => new Member(names.Item1, place.Item1, place.Item2, lines.Item1, lines.Item2, [.. Enumerable.Range(code.Item1, code.Item2)]) { QualifiedName = names.Item2 });

    [Fact]
    public void Members_come_back_as_they_were() => Members.Array[0, 4].Sample(
        members => Assert.Equal(members.Select(Text), PackedMembers.Unpack(PackedMembers.Pack(members))!.Select(Text)),
        iter: Rounds);

    [Fact]
    public void Damaged_bytes_are_no_members_or_other_members_and_never_an_exception_or_much_memory() =>
        Gen.Select(Members.Array[2], Gen.Select(Gen.Int[0, ushort.MaxValue], Gen.Byte).Array[3]).Sample(
            (members, damage) =>
            {
                byte[] bytes = PackedMembers.Pack(members);
                foreach ((int at, byte to) in damage)
                    bytes[at % bytes.Length] = to;
                long before = GC.GetAllocatedBytesForCurrentThread();

                PackedMembers.Unpack(bytes);

                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesForOne);
            },
            iter: Rounds);

    private static string Text(Member m) =>
        string.Create(CultureInfo.InvariantCulture, $"{m.Name}|{m.QualifiedName}|{m.Line}|{m.Column}|{m.FirstLine}|{m.LastLine}|{string.Join(',', m.CodeLines)}");
}
