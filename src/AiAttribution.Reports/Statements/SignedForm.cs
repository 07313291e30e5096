using System.Text;
using AiAttribution.Core.Evidence.Signed;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports.Statements;

/// <summary>Writes a statement with its signature: a DSSE envelope.</summary>
internal static class SignedForm
{
    /// <summary>The envelope as text. Its payload is the statement, byte for byte; the signature of ECDSA is another one each time.</summary>
    /// <param name="statement">The statement as text.</param>
    /// <param name="keyId">Id of the key.</param>
    /// <param name="sign">Signs bytes.</param>
    public static string Write(string statement, string keyId, Func<byte[], byte[]> sign)
    {
        byte[] payload = Encoding.UTF8.GetBytes(statement);
        byte[] signature = sign(DsseEnvelope.Encode(DsseEnvelope.InToto, payload));
        return JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("payloadType");
            json.WriteRawValue($"\"{DsseEnvelope.InToto}\"");
            json.WriteBase64String("payload", payload);
            json.WriteStartArray("signatures");
            json.WriteStartObject();
            json.WriteString("keyid", keyId);
            json.WriteBase64String("sig", signature);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
