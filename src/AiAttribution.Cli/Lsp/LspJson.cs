using System.Text.Json;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Cli.Lsp;

/// <summary>Writes results as the protocol has them. Positions are 0-based, their characters those of UTF-16, as in .NET.</summary>
internal static class LspJson
{
    private const int WholeTexts = 1;

    /// <summary>What the server can.</summary>
    public static void Capabilities(Utf8JsonWriter json)
    {
        json.WriteStartObject("result");
        json.WriteStartObject("capabilities");
        json.WriteString("positionEncoding", "utf-16");
        json.WriteStartObject("textDocumentSync");
        json.WriteBoolean("openClose", true);
        json.WriteNumber("change", WholeTexts);
        json.WriteEndObject();
        json.WriteStartObject("codeLensProvider");
        json.WriteBoolean("resolveProvider", false);
        json.WriteEndObject();
        json.WriteBoolean("hoverProvider", true);
        json.WriteEndObject();
        json.WriteStartObject("serverInfo");
        json.WriteString("name", "ai-attribution");
        json.WriteString("version", Product.Version);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A lens above each member with AI lines.</summary>
    public static void Lenses(Utf8JsonWriter json, KnownFile? file)
    {
        json.WriteStartArray("result");
        foreach (KnownMember member in file?.Members ?? [])
        {
            json.WriteStartObject();
            Range(json, member.Member.Line - 1, member.Member.Column - 1, member.Member.Column - 1);
            json.WriteStartObject("command");
            json.WriteString("title", Printable.Of(MemberWords.Lens(member)));
            json.WriteString("command", "");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>What is known of the member around a position, and of its line.</summary>
    public static void Hover(Utf8JsonWriter json, KnownFile? file, JsonElement position)
    {
        int line = position.Get("line") is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out int at) && at is >= 0 and < int.MaxValue ? at + 1 : 0;
        if (file?.Members.LastOrDefault(known => known.Member.FirstLine <= line && line <= known.Member.LastLine) is not { } member)
        {
            json.WriteNull("result");
            return;
        }

        json.WriteStartObject("result");
        json.WriteStartObject("contents");
        json.WriteString("kind", "plaintext");
        json.WriteString("value", string.Join('\n', MemberWords.Hover(file, member, line).Select(Printable.Of)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Range(Utf8JsonWriter json, int line, int start, int end)
    {
        json.WriteStartObject("range");
        Position("start", start);
        Position("end", end);
        json.WriteEndObject();

        void Position(string name, int character)
        {
            json.WriteStartObject(name);
            json.WriteNumber("line", line);
            json.WriteNumber("character", character);
            json.WriteEndObject();
        }
    }
}
