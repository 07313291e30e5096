using System.Runtime.CompilerServices;
using System.Text.Json;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Agents.ClaudeCode;

/// <summary>What counts of one line, found in one pass without copying: a home has hundreds of megabytes of lines. Texts are JSON strings with their quotation marks.</summary>
internal ref struct ClaudeCodeLine
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 256 };

    public ReadOnlySpan<byte> Type;
    public ReadOnlySpan<byte> SessionId;
    public ReadOnlySpan<byte> Directory;
    public ReadOnlySpan<byte> Branch;
    public ReadOnlySpan<byte> ForkedFrom;
    public ReadOnlySpan<byte> Uuid;
    public ReadOnlySpan<byte> RequestId;
    public ReadOnlySpan<byte> Timestamp;
    public DateTimeOffset? Time;
    public decimal? Cost;
    public bool IsSideLine;
    public bool IsError;
    public ClaudeCodeMessage Message;

    /// <summary>What a tool did, as JSON; empty when the line does not tell.</summary>
    public ReadOnlySpan<byte> Result;

    public readonly bool IsAnswer => Type.SequenceEqual("\"assistant\""u8);

    public readonly bool IsInput => Type.SequenceEqual("\"user\""u8);

    /// <summary>Reads a line; false when it is no object.</summary>
    /// <exception cref="JsonException">The line is not JSON.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryRead(ReadOnlySpan<byte> line, out ClaudeCodeLine read)
    {
        ClaudeCodeLine found = default;
        var reader = new Utf8JsonReader(line, Options);
        reader.Read();
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        if (!isObject)
            reader.Skip();
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            found.Property(ref reader, ref line);
        while (reader.Read())
        {
            // Nothing may follow: the reader throws when something does.
        }

        read = found;
        return isObject;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Property(scoped ref Utf8JsonReader reader, scoped ref ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> name = reader.ValueSpan;
        reader.Read();
        if (name.SequenceEqual("message"u8))
            Message = ClaudeCodeMessage.Read(ref reader, ref line);
        else if (name.SequenceEqual("timestamp"u8))
        {
            Timestamp = JsonText.Raw(ref reader, line);
            Time = JsonText.Time(ref reader, line);
        }
        else if (name.SequenceEqual("type"u8))
            Type = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("sessionId"u8))
            SessionId = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("cwd"u8))
            Directory = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("gitBranch"u8))
            Branch = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("uuid"u8))
            Uuid = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("requestId"u8))
            RequestId = JsonText.Raw(ref reader, line);
        else if (name.SequenceEqual("isSidechain"u8))
            IsSideLine = reader.TokenType == JsonTokenType.True;
        else if (name.SequenceEqual("isApiErrorMessage"u8))
            IsError = reader.TokenType == JsonTokenType.True;
        else if (name.SequenceEqual("costUSD"u8))
            Cost = JsonText.Amount(ref reader);
        else if (name.SequenceEqual("forkedFrom"u8))
            ForkedFrom = Session(ref reader, line);
        else if (name.SequenceEqual("toolUseResult"u8))
            Result = JsonText.Skip(ref reader, ref line);
        JsonText.Skip(ref reader, ref line);
    }

    // The original session of a fork stands in an object of its own.
    private static ReadOnlySpan<byte> Session(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> session = default;
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool wanted = reader.ValueSpan.SequenceEqual("sessionId"u8);
            reader.Read();
            if (wanted)
                session = JsonText.Raw(ref reader, line);
            reader.Skip();
        }

        return session;
    }
}
