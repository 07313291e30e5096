using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>What a tool is called with, as JSON strings with their quotation marks; empty when it is missing.</summary>
internal ref struct ClaudeCodeInput
{
    /// <summary>The file that is edited.</summary>
    public ReadOnlySpan<byte> Path;

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> Written;

    /// <summary>What that takes the place of.</summary>
    public ReadOnlySpan<byte> Replaced;

    /// <summary>The command that is run.</summary>
    public ReadOnlySpan<byte> Command;

    /// <summary>All of it, as JSON; empty when it is no object.</summary>
    public ReadOnlySpan<byte> Json;

    /// <summary>Reads the object that the reader stands on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ClaudeCodeInput Read(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var input = default(ClaudeCodeInput);
        int start = (int)reader.TokenStartIndex;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("file_path"u8) || name.SequenceEqual("notebook_path"u8))
                input.Path = JsonText.Raw(ref reader, json);
            else if (name.SequenceEqual("new_string"u8) || name.SequenceEqual("new_source"u8) || (name.SequenceEqual("content"u8) && input.Written.IsEmpty))
                input.Written = JsonText.Raw(ref reader, json);
            else if (name.SequenceEqual("old_string"u8))
                input.Replaced = JsonText.Raw(ref reader, json);
            else if (name.SequenceEqual("command"u8))
                input.Command = JsonText.Raw(ref reader, json);
            reader.Skip();
        }

        if (isObject)
            input.Json = json[start..(int)reader.BytesConsumed];
        return input;
    }
}
