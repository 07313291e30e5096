using System.Text.Json;
using AiAttribution.Cli.Logs;
using AiAttribution.Core.Sessions;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>The message of a line. Its content is passed over: few messages hold a tool call that tells something.</summary>
internal ref struct ClaudeCodeMessage
{
    public ReadOnlySpan<byte> Id;
    public ReadOnlySpan<byte> Model;
    public ReadOnlySpan<byte> Content;
    public bool HasUsage;
    public bool IsFast;
    public TokenUsage Usage;

    public static ClaudeCodeMessage Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        var message = default(ClaudeCodeMessage);
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("content"u8))
                message.Content = JsonText.Skip(ref reader, line);
            else if (name.SequenceEqual("id"u8))
                message.Id = JsonText.Raw(ref reader, line);
            else if (name.SequenceEqual("model"u8))
                message.Model = JsonText.Raw(ref reader, line);
            else if (name.SequenceEqual("usage"u8))
                message.ReadUsage(ref reader);
            reader.Skip();
        }

        return message;
    }

    private void ReadUsage(scoped ref Utf8JsonReader reader)
    {
        HasUsage = reader.TokenType == JsonTokenType.StartObject;
        long input = 0, output = 0, read = 0, written = 0, hour = 0, minutes = 0;
        while (HasUsage && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("input_tokens"u8))
                input = JsonText.Count(ref reader);
            else if (name.SequenceEqual("output_tokens"u8))
                output = JsonText.Count(ref reader);
            else if (name.SequenceEqual("cache_read_input_tokens"u8))
                read = JsonText.Count(ref reader);
            else if (name.SequenceEqual("cache_creation_input_tokens"u8))
                written = JsonText.Count(ref reader);
            else if (name.SequenceEqual("cache_creation"u8))
                (hour, minutes) = Split(ref reader);
            else if (name.SequenceEqual("speed"u8))
                IsFast = reader.TokenType == JsonTokenType.String && reader.ValueSpan.SequenceEqual("fast"u8);
            reader.Skip();
        }

        // Some versions filled only the sum of cache writes, others only the split.
        Usage = new TokenUsage(input, output, read, Math.Max(written, hour + minutes) - hour, hour);
    }

    private static (long Hour, long Minutes) Split(scoped ref Utf8JsonReader reader)
    {
        (long hour, long minutes) = (0, 0);
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("ephemeral_1h_input_tokens"u8))
                hour = JsonText.Count(ref reader);
            else if (name.SequenceEqual("ephemeral_5m_input_tokens"u8))
                minutes = JsonText.Count(ref reader);
            reader.Skip();
        }

        return (hour, minutes);
    }
}
