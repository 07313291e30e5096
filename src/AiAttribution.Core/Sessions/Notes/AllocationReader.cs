using System.Text;
using System.Text.Json;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Reads one allocation. A note comes from anybody who may push, so everything is checked and nothing is taken that could be markup or a path.</summary>
internal static class AllocationReader
{
    private const int MostResponses = 200_000;
    private const int MostModels = 100;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <summary>The allocation; null with a problem when it cannot be read.</summary>
    public static Allocation? Read(string json, out string? problem)
    {
        try
        {
            using JsonDocument document = SafeJson.Parse(Encoding.UTF8.GetBytes(json), Options);
            problem = null;
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            problem = SafeJson.Problem(wrong);
        }
        catch (FormatException wrong)
        {
            problem = wrong.Message;
        }

        return null;
    }

    /// <summary>The allocation.</summary>
    /// <exception cref="FormatException">It cannot be read; the message is a phrase that says why.</exception>
    public static Allocation Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new FormatException("it is not a JSON object");
        var fields = new NoteFields(root);
        long version = fields.Count("v");
        if (version != AllocationWriter.Version)
            throw new FormatException(version > AllocationWriter.Version ? $"its version is not {AllocationWriter.Version}, so a newer reader is needed" : "it has no version 'v'");
        string agent = fields.Required("agent");
        string session = fields.Required("session");
        string[] responses = [.. fields.List("responses", MostResponses).Select(r => NoteFields.Word(r, "responses")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string id = fields.Required("id");
        if (responses.Length > 0 && id != ResponseKeys.IdOf(agent, session, responses))
            throw new FormatException("its id does not fit its responses");
        return new Allocation
        {
            Id = id,
            Agent = agent,
            Session = session,
            Parent = fields.Optional("parent"),
            From = fields.Time("from"),
            To = fields.Time("to"),
            Method = LinkMethodNames.Parse(fields.Optional("method")) ?? LinkMethod.Recorded,
            Exactness = ExactnessNames.Parse(fields.Optional("exactness")) ?? throw new FormatException("its exactness is none of the known words"),
            Models = [.. fields.List("models", MostModels).Select(Model).OrderBy(m => m.Model, StringComparer.Ordinal)],
            CostReported = fields.Cost("costReported"),
            CostComputed = fields.Cost("costComputed"),
            PriceTable = fields.Optional("priceTable"),
            Change = fields.Optional("change"),
            Responses = responses,
        };
    }

    private static ModelUsage Model(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new FormatException("a model is not a JSON object");
        var fields = new NoteFields(element);
        return new ModelUsage(fields.Optional("model"), new TokenUsage(
            fields.Count("input"),
            fields.Count("output"),
            fields.Count("cacheRead"),
            fields.Count("cacheWrite5m"),
            fields.Count("cacheWrite1h"),
            fields.Count("reasoning")));
    }
}
