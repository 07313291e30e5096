using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>The message of a line. Its content is passed over: few messages hold a tool call that tells something.</summary>
internal ref struct ClaudeCodeMessage
{
    public ReadOnlySpan<byte> Id;
    public ReadOnlySpan<byte> Model;
    public ReadOnlySpan<byte> Content;
    public ClaudeCodeUsage Usage;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ClaudeCodeMessage Read(scoped ref Utf8JsonReader reader, scoped ref ReadOnlySpan<byte> line)
    {
        var message = default(ClaudeCodeMessage);
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("content"u8))
                message.Content = JsonText.Skip(ref reader, ref line);
            else if (name.SequenceEqual("id"u8))
                message.Id = JsonText.Raw(ref reader, line);
            else if (name.SequenceEqual("model"u8))
                message.Model = JsonText.Raw(ref reader, line);
            else if (name.SequenceEqual("usage"u8))
                message.Usage = ClaudeCodeUsage.Read(ref reader, line);
            reader.Skip();
        }

        return message;
    }
}
