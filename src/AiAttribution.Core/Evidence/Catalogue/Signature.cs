namespace AiAttribution.Core.Evidence.Catalogue;

/// <summary>A value split into name and e-mail address.</summary>
/// <param name="Name">Text before the address.</param>
/// <param name="Email">The address; null when there is none.</param>
internal readonly record struct Signature(string Name, string? Email)
{
    /// <summary>Reads <c>NAME &lt;E-MAIL&gt;</c>, and an address without brackets as the last word, as some agents write it.</summary>
    public static Signature Parse(string value)
    {
        int open = value.LastIndexOf('<');
        int close = value.IndexOf('>', open + 1);
        if (open >= 0 && close > open)
            return new Signature(value[..open].Trim(), value[(open + 1)..close].Trim());
        int gap = value.LastIndexOf(' ');
        return gap > 0 && value.IndexOf('@', gap) > 0 ? new Signature(value[..gap].Trim(), value[(gap + 1)..]) : new Signature(value, null);
    }
}
