using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence.Notes;

/// <summary>The JSON section of a git-ai note: which agent, session and model stand behind a key.</summary>
internal sealed class NoteMetadata
{
    // Transcripts embed tool input of any depth; they are skipped, not built.
    private static readonly JsonReaderOptions Tolerant = new() { MaxDepth = 1000, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly Dictionary<string, EvidenceStatement> _agents = new(StringComparer.Ordinal);

    public static NoteMetadata Read(ReadOnlySpan<byte> json, List<string> problems)
    {
        var metadata = new NoteMetadata();
        if (json.IsEmpty)
            return metadata;
        var reader = new Utf8JsonReader(json, Tolerant);
        try
        {
            metadata.ReadRoot(ref reader);
            if (!json[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty)
                problems.Add("text follows the metadata: two notes of one commit were joined; only the first was read");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problems.Add("the metadata is cut off or not JSON: agents behind it stay unknown");
        }

        return metadata;
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
            statement = State(AgentNames.Unknown, null, session);
            _agents.Add(id, statement);
        }

        return statement;
    }

    private static EvidenceStatement State(string agent, string? model, SessionKey? session) =>
        new(EvidenceKind.GitAiNote, EvidenceGrade.Lines, agent, model, session, GitAiNote.Ref);

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

    private static EvidenceStatement ReadAgent(ref Utf8JsonReader reader)
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
