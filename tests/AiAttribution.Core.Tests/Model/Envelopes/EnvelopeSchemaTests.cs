using System.Text.Json;
using AiAttribution.Core.Model.Envelopes;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Json;

namespace AiAttribution.Core.Tests.Model.Envelopes;

public class EnvelopeSchemaTests
{
    private static readonly PublishedSchema Schema = PublishedSchema.Read("nuget/ai-attribution-envelope.schema.json");

    [Fact]
    public void Schema_and_tables_know_the_same_columns() => Assert.Equal(
        EnvelopeTables.All.Select(t => $"{t.Name}: {string.Join(' ', t.Columns.Select(c => c.Name))}"),
        Schema.Root.GetProperty("oneOf").EnumerateArray().Select(t => t.GetProperty("properties")).Select(p => $"{p.GetProperty("t").GetProperty("const")}: {string.Join(' ', p.EnumerateObject().Skip(1).Select(c => c.Name))}"));

    [Fact]
    public void Schema_and_tables_know_the_same_words_and_what_may_be_missing() => Assert.All(
        EnvelopeTables.All.Zip(Schema.Root.GetProperty("oneOf").EnumerateArray()).SelectMany(t => t.First.Columns, (t, c) => (Column: c, Schema: t.Second.GetProperty("properties").GetProperty(c.Name))),
        c =>
        {
            bool mayBeNull = c.Schema.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.Array;
            string[]? words = c.Schema.TryGetProperty("enum", out JsonElement known) ? [.. known.EnumerateArray().Select(w => w.GetString()!)] : null;

            Assert.Equal((c.Column.Name, c.Column.IsOptional), (c.Column.Name, mayBeNull));
            Assert.Equal(c.Column.Words, words);
        });

    [Fact]
    public void Every_line_of_an_envelope_is_valid()
    {
        string text = EnvelopeBuilder.TextOf(EnvelopeBuilder.Make(rows: [EnvelopeBuilder.LineRow("ai", 12), EnvelopeBuilder.WeekRow("2026-10-05", 1, 2.5m), EnvelopeBuilder.CostRow("2026-10", 1.25m)]));

        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Empty(Schema.Errors(line)));
    }

    [Theory]
    [InlineData("person")]
    [InlineData("author")]
    [InlineData("email")]
    [InlineData("path")]
    [InlineData("builders")]
    public void No_column_is_of_a_person_or_a_place(string word) =>
        Assert.DoesNotContain(EnvelopeTables.All.SelectMany(t => t.Columns), c => c.Name.Contains(word, StringComparison.Ordinal));
}
