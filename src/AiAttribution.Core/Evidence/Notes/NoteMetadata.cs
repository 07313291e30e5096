using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>The JSON section of a git-ai note: which agent, session and model stand behind a key.</summary>
internal sealed class NoteMetadata
{
    // Transcripts embed tool input of any depth; they are skipped, not built.
    private static readonly JsonReaderOptions Tolerant = new() { MaxDepth = 1000, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, EvidenceStatement> _agents = new(StringComparer.Ordinal);
    private readonly string _reference;

    /// <param name="reference">The reference that holds the note.</param>
    public NoteMetadata(string reference) => _reference = reference;

    /// <summary>Agent of a key that the metadata does not explain.</summary>
    public string Agent { get; init; } = AgentNames.Unknown;

    /// <summary>Model of such a key.</summary>
    public string? Model { get; init; }

    /// <summary>Reads the JSON text at the start of some bytes.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="problem">Why it could not be read to its end; null when it could.</param>
    /// <returns>What follows it: another note of the same commit, which git joined to it. All bytes when the end of the metadata is not known.</returns>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> json, out string? problem)
    {
        problem = null;
        if (json.IsEmpty)
            return [];
        var reader = new Utf8JsonReader(json, Tolerant);
        try
        {
            ReadRoot(ref reader);
            return json[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = "the metadata is cut off or not JSON: agents behind it stay unknown";
            return json;
        }
    }

    /// <summary>The statement for a key; null for the key of a human. A key that the metadata does not explain is AI of an unknown agent.</summary>
    public EvidenceStatement? Statement(string key)
    {
        if (key == "human" || key.StartsWith("h_", StringComparison.Ordinal))
            return null;
        int trace = key.IndexOf("::", StringComparison.Ordinal);
        string id = trace < 0 ? key : key[..trace];
        if (!_agents.TryGetValue(id, out EvidenceStatement? statement))
        {
            // The key of a session is made of its agent and id, so whoever knows the session knows the key again.
            SessionKey? session = SessionKeys.IsGitAiKey(id) ? new SessionKey(SessionKeys.GitAi, id) : null;
            statement = State(Agent, Model, session);
            _agents.Add(id, statement);
        }

        return statement;
    }

    private EvidenceStatement State(string agent, string? model, SessionKey? session) =>
        new(EvidenceKind.GitAiNote, EvidenceGrade.Lines, agent, model, session, _reference);

    private void ReadRoot(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("not an object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool sessions = reader.ValueTextEquals("prompts") || reader.ValueTextEquals("sessions");
            reader.Read();
            if (sessions && reader.TokenType == JsonTokenType.StartObject)
                ReadSessions(ref reader);
            else
                reader.Skip();
        }
    }

    private void ReadSessions(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartObject)
                ReadSession(ref reader, key);
            else
                reader.Skip();
        }
    }

    private void ReadSession(ref Utf8JsonReader reader, string key)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool agent = reader.ValueTextEquals("agent_id");
            reader.Read();
            if (agent && reader.TokenType == JsonTokenType.StartObject)
                _agents[key] = ReadAgent(ref reader);
            else
                reader.Skip();
        }
    }

    private EvidenceStatement ReadAgent(ref Utf8JsonReader reader)
    {
        string? tool = null, id = null, model = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string property = reader.GetString()!;
            reader.Read();
            string? value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            reader.Skip();
            switch (property)
            {
                case "tool": tool = value; break;
                case "id": id = value; break;
                case "model": model = value; break;
                default: break;
            }
        }

        SessionKey? session = tool is not null && SessionIds.IsPlausible(id) ? new SessionKey(AgentNames.Provider(tool), id) : null;
        return State(tool is null ? AgentNames.Unknown : AgentNames.Canonical(tool), ModelName.Normalize(model), session);
    }
}
