using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Tests.Text;

public class SafeJsonTests
{
    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"a":"\\ud800"}""")]
    [InlineData("""{"a":"\\\\ud800","b":"é😀\u00e9"}""")]
    public void Valid_text_is_parsed(string json)
    {
        using JsonDocument document = SafeJson.Parse(Encoding.UTF8.GetBytes(json));

        Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
    }

    [Theory]
    [InlineData("""{"a":"\\\ud800"}""", 0, 8)]
    [InlineData("{\"a\":\n\"\\udc00\"}", 1, 1)]
    [InlineData("""["\ud83d\ude00","\ud83dx"]""", 0, 17)]
    public void Half_of_a_surrogate_pair_is_refused_with_its_place(string json, long line, long column)
    {
        JsonException problem = Assert.Throws<JsonException>(() => SafeJson.Parse(Encoding.UTF8.GetBytes(json)));

        Assert.Equal((line, column), (problem.LineNumber, problem.BytePositionInLine));
        Assert.Equal("a text in it is not valid Unicode", SafeJson.Problem(problem));
    }

    [Fact]
    public void Byte_that_is_not_utf8_is_refused_with_its_place()
    {
        JsonException problem = Assert.Throws<JsonException>(() => SafeJson.Parse((byte[])[.. "{\n\"a"u8, 0xFF, .. "\":1}"u8]));

        Assert.Equal((1, 2), (problem.LineNumber, problem.BytePositionInLine));
    }

    [Fact]
    public void Text_that_is_not_json_is_told_as_such() =>
        Assert.Equal("it is not JSON", SafeJson.Problem(Assert.ThrowsAny<JsonException>(() => SafeJson.Parse("{"u8.ToArray()))));

    [Fact]
    public void Property_is_found_behind_and_before_a_name_that_is_not_valid()
    {
        using JsonDocument document = JsonDocument.Parse("""{"known":1,"\ud800known":2,"other":"\ud800"}""");

        Assert.True(SafeJson.Find(document.RootElement, "known", out JsonElement known));
        Assert.Equal(1, known.GetInt32());
        Assert.True(SafeJson.Find(document.RootElement, "other", out JsonElement other));
        Assert.Null(SafeJson.Text(other));
        Assert.False(SafeJson.Is(other, "x"));
        Assert.False(SafeJson.Find(document.RootElement, "missing", out _));
        Assert.False(SafeJson.Find(other, "known", out _));
    }
}
