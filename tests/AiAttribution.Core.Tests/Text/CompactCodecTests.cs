using System.Globalization;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class CompactCodecTests
{
    private const int Seed = 5;
    private const int Rounds = 2_000;
    private const int MostBytesForOne = 64 << 10;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(127, 1)]
    [InlineData(128, 2)]
    [InlineData(int.MaxValue, 5)]
    [InlineData(long.MaxValue, 9)]
    [InlineData(-1, 10)]
    [InlineData(long.MinValue, 10)]
    public void Number_comes_back_and_takes_bytes_by_its_size(long number, int bytes)
    {
        var writer = new CompactWriter();
        writer.Number(number);

        Assert.Equal((bytes, number), (writer.Written.Length, Reader(writer).Number()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Größe 🙂")]
    public void Text_comes_back_each_time(string? text)
    {
        var writer = new CompactWriter();
        writer.Text(text);
        writer.Text("other");
        writer.Text(text);

        CompactReader reader = Reader(writer);

        Assert.Equal((text, "other", text), (reader.Text(), reader.Text(), reader.Text()));
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Text_that_comes_again_takes_one_byte()
    {
        var writer = new CompactWriter();
        writer.Text("src/Shop/Cart.cs");
        int first = writer.Written.Length;
        writer.Text("src/Shop/Cart.cs");

        Assert.Equal(first + 1, writer.Written.Length);
    }

    [Fact]
    public void Long_text_comes_back()
    {
        string text = new('ü', 100_000);
        var writer = new CompactWriter();
        writer.Unique(text);

        Assert.Equal(text, Reader(writer).Unique());
    }

    [Fact]
    public void Time_comes_back_as_the_same_moment()
    {
        DateTimeOffset? time = new DateTimeOffset(2026, 5, 1, 10, 0, 0, TimeSpan.FromHours(2));
        var writer = new CompactWriter();
        writer.Time(time);
        writer.Time(null);

        CompactReader reader = Reader(writer);

        Assert.Equal((time, (DateTimeOffset?)null), (reader.Time(), reader.Time()));
    }

    [Fact]
    public void Amount_comes_back_digit_for_digit()
    {
        decimal?[] amounts = [0m, 0.500m, -12.34m, decimal.MaxValue, decimal.MinValue, 1e-28m, null];
        var writer = new CompactWriter();
        writer.List(amounts, writer.Amount);

        CompactReader reader = Reader(writer);

        Assert.Equal(amounts.Select(amount => amount?.ToString(CultureInfo.InvariantCulture)), reader.List(reader.Amount).Select(amount => amount?.ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Bytes_choices_flags_and_fixed_numbers_come_back()
    {
        var writer = new CompactWriter();
        writer.Bytes("ab"u8);
        writer.Block("cde"u8);
        writer.Choice(DayOfWeek.Friday);
        writer.Flag(true);
        writer.Fixed(uint.MaxValue);
        writer.Fixed(ulong.MaxValue - 1);

        CompactReader reader = Reader(writer);

        Assert.Equal("ab"u8.ToArray(), reader.Bytes(2).ToArray());
        Assert.Equal("cde"u8.ToArray(), reader.Block().ToArray());
        Assert.Equal((DayOfWeek.Friday, true, uint.MaxValue, ulong.MaxValue - 1), (reader.Choice<DayOfWeek>(), reader.Flag(), reader.Fixed32(), reader.Fixed64()));
        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Bytes_that_end_too_early_are_damage()
    {
        byte[] whole = Sample();

        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Read(whole[..length]));
    }

    [Fact]
    public void Damaged_bytes_give_other_values_or_damage_and_never_much_memory()
    {
        var random = new Random(Seed);
        int damaged = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Sample();
            for (int i = 0; i < 3; i++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            long before = GC.GetAllocatedBytesForCurrentThread();

            Exception? problem = Record.Exception(() => Read(bytes));

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytesForOne);
            Assert.True(problem is null or InvalidDataException, problem?.ToString());
            damaged += problem is null ? 0 : 1;
        }

        Assert.InRange(damaged, 1, Rounds - 1);
    }

    [Theory]
    [InlineData("FFFFFFFF07")]
    [InlineData("FFFFFFFFFFFFFFFFFF01")]
    [InlineData("02AA")]
    public void More_items_than_bytes_are_damage(string hex) =>
        Assert.Throws<InvalidDataException>(() => new CompactReader(Convert.FromHexString(hex)).List(() => 0));

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFFFFF01")]
    [InlineData("808080")]
    [InlineData("")]
    public void Number_without_end_is_damage(string hex) =>
        Assert.Throws<InvalidDataException>(() => new CompactReader(Convert.FromHexString(hex)).Number());

    [Fact]
    public void Value_that_the_enumeration_lacks_is_damage() =>
        Assert.Throws<InvalidDataException>(() => new CompactReader(new byte[] { 7 }).Choice<DayOfWeek>());

    [Fact]
    public void Text_that_was_not_written_before_is_damage() =>
        Assert.Throws<InvalidDataException>(() => new CompactReader(new byte[] { 2, 1, 65 }).Text());

    [Fact]
    public void Amount_with_a_scale_that_no_decimal_has_is_damage() =>
        Assert.Throws<InvalidDataException>(() => new CompactReader(Convert.FromHexString("01" + "01000000" + "00000000" + "00000000" + "00001D00")).Amount());

    private static byte[] Sample()
    {
        var writer = new CompactWriter();
        writer.List(["one", "two", "one"], writer.Text);
        writer.Time(DateTimeOffset.UnixEpoch);
        writer.Amount(1.5m);
        writer.List(new long[] { 1, 300, 70_000 }, writer.Number);
        writer.Choice(DayOfWeek.Monday);
        writer.Flag(false);
        writer.Block([1, 2, 3]);
        return writer.Written.ToArray();
    }

    private static void Read(byte[] bytes)
    {
        var reader = new CompactReader(bytes);
        reader.List(reader.Name);
        reader.Time();
        reader.Amount();
        reader.List(reader.Number);
        reader.Choice<DayOfWeek>();
        reader.Flag();
        reader.Block();
    }

    private static CompactReader Reader(CompactWriter writer) => new(writer.Written.ToArray());
}
