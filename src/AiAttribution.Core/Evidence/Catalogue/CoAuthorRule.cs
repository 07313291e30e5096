namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary><c>Co-authored-by: NAME &lt;E-MAIL&gt;</c> with the identity of an agent.</summary>
internal sealed class CoAuthorRule(string key, IdentityTable identities) : TrailerRule(key)
{
    public static readonly string[] Keys = ["Co-authored-by", "Co-developed-by"];

    public override EvidenceStatement? Read(string value)
    {
        Signature signature = Signature.Parse(value);
        if (signature.Email is null || identities.Find(signature.Name, signature.Email) is not { } agent)
            return null;
        string? model = AgentText.Parse(signature.Name).Model;
        return new EvidenceStatement(EvidenceKind.CoAuthorTrailer, EvidenceGrade.Declared, agent, model, null, Key);
    }
}
