using System.Text;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Deployments.Formats;

/// <summary>A signed envelope (DSSE), bare or in a Sigstore bundle, around a statement. The signature is not checked.</summary>
internal sealed class DsseEnvelope : IDeploymentFormat
{
    private static readonly SlsaProvenance Statement = new();

    public bool Knows(JsonValue item) => Envelope(item).Has("payload", "payloadType", "signatures");

    public void Read(JsonValue item, DeploymentDraft draft)
    {
        JsonValue envelope = Envelope(item);
        try
        {
            string text = Encoding.UTF8.GetString(Convert.FromBase64String(envelope.Text("payload") ?? ""));
            JsonValue statement = JsonTree.Parse(text);
            if (Statement.Knows(statement))
                Statement.Read(statement, draft);
        }
        catch (Exception e) when (e is FormatException or JsonSyntaxException or InvalidOperationException)
        {
            draft.Report(item.Position, "The payload of this envelope is no statement in base64.");
        }
    }

    private static JsonValue Envelope(JsonValue item) => item.At("dsseEnvelope") is { } inner ? inner : item;
}
