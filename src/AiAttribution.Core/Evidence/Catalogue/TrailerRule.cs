namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>What a trailer with a certain key says.</summary>
/// <param name="key">Key in the spelling shown to people; compared without case.</param>
internal abstract class TrailerRule(string key)
{
    public string Key { get; } = key;

    /// <summary>The statement of a value, with the grade it has in a clean trailer block; null when the value is no AI evidence.</summary>
    public abstract EvidenceStatement? Read(string value);
}
