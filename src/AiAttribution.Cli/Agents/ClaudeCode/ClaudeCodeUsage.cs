using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>The usage of an answer. What an advisor or a compaction used inside the answer stands in its iterations only.</summary>
internal ref struct ClaudeCodeUsage
{
    public bool IsStated;

    /// <summary>Speed, service tier and the places it may run in; empty for the standard ones.</summary>
    public ReadOnlySpan<byte> Speed;
    public ReadOnlySpan<byte> Tier;
    public ReadOnlySpan<byte> Place;

    public TokenUsage Tokens;
    public int WebSearches;

    /// <summary>Counts that can be none.</summary>
    public int Odd;

    /// <summary>The JSON of the iterations.</summary>
    public ReadOnlySpan<byte> Iterations;

    /// <summary>Kind and model of an iteration; empty for an answer.</summary>
    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> Model;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ClaudeCodeUsage Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        var counts = default(Numbers);
        var usage = new ClaudeCodeUsage { IsStated = reader.TokenType == JsonTokenType.StartObject };
        while (usage.IsStated && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (!counts.Read(name, ref reader))
                usage.Property(name, ref reader, line, ref counts);
            reader.Skip();
        }

        usage.Tokens = counts.Tokens;
        usage.Odd = counts.Odd + (usage.IsStated || reader.TokenType == JsonTokenType.Null ? 0 : 1);
        usage.WebSearches = (int)Math.Min(counts.Searches, int.MaxValue);
        return usage;
    }

    private void Property(ReadOnlySpan<byte> name, scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line, scoped ref Numbers counts)
    {
        if (name.SequenceEqual("cache_creation"u8) || name.SequenceEqual("server_tool_use"u8))
            counts.ReadAll(ref reader);
        else if (name.SequenceEqual("speed"u8) && !IsUsual(ref reader, "standard"u8))
            Speed = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("service_tier"u8) && !IsUsual(ref reader, "standard"u8))
            Tier = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("inference_geo"u8) && !IsUsual(ref reader, "not_available"u8))
            Place = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("iterations"u8))
            Iterations = Whole(ref reader, line);
        else if (name.SequenceEqual("type"u8))
            Type = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("model"u8))
            Model = JsonText.Raw(ref reader, line);
    }

    private static bool IsUsual(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> value) => reader.TokenType != JsonTokenType.String || reader.ValueTextEquals(value);

    private static ReadOnlySpan<byte> Whole(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return line[start..(int)reader.BytesConsumed];
    }

    private struct Numbers
    {
        private long _input;
        private long _output;
        private long _read;
        private long _written;
        private long _hour;
        private long _minutes;

        public long Searches { get; private set; }

        public int Odd { get; private set; }

        // Some versions filled only the sum of cache writes, others only the split.
        public readonly TokenUsage Tokens => new(_input, _output, _read, Math.Max(_written, _hour + _minutes) - _hour, _hour);

        public bool Read(ReadOnlySpan<byte> name, scoped ref Utf8JsonReader reader)
        {
            if (name.SequenceEqual("input_tokens"u8))
                _input = Count(ref reader);
            else if (name.SequenceEqual("output_tokens"u8))
                _output = Count(ref reader);
            else if (name.SequenceEqual("cache_read_input_tokens"u8))
                _read = Count(ref reader);
            else if (name.SequenceEqual("cache_creation_input_tokens"u8))
                _written = Count(ref reader);
            else if (name.SequenceEqual("ephemeral_1h_input_tokens"u8))
                _hour = Count(ref reader);
            else if (name.SequenceEqual("ephemeral_5m_input_tokens"u8))
                _minutes = Count(ref reader);
            else if (name.SequenceEqual("web_search_requests"u8))
                Searches = Count(ref reader);
            else
                return false;
            return true;
        }

        public void ReadAll(scoped ref Utf8JsonReader reader)
        {
            bool isObject = reader.TokenType == JsonTokenType.StartObject;
            Odd += isObject || reader.TokenType == JsonTokenType.Null ? 0 : 1;
            while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadOnlySpan<byte> name = reader.ValueSpan;
                reader.Read();
                Read(name, ref reader);
                reader.Skip();
            }
        }

        private long Count(scoped ref Utf8JsonReader reader)
        {
            if (TokenCounts.TryRead(ref reader, out long count))
                return count;
            Odd++;
            return count;
        }
    }
}
