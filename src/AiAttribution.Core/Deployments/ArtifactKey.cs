using System.Text.RegularExpressions;

namespace AiAttribution.Core.Deployments;

/// <summary>One spelling for the many names of an artifact, so that a build and a deployment of it meet.</summary>
internal static partial class ArtifactKey
{
    /// <summary>
    /// <c>sha256:…</c> when the name holds such a digest (image references, package URLs of type <c>oci</c>), because a digest names the very bytes;
    /// else the package URL without qualifiers, unescaped, in lower case where its type does not know case (<c>nuget</c>); else the text itself.
    /// </summary>
    public static string Of(string name)
    {
        string text = Uri.UnescapeDataString(name.Trim());
        if (Digest().Match(text) is { Success: true } digest)
            return digest.Value.ToLowerInvariant();
        if (!text.StartsWith("pkg:", StringComparison.OrdinalIgnoreCase))
            return text;
        int end = text.AsSpan().IndexOfAny('?', '#');
        string purl = end < 0 ? text : text[..end];
        return purl.StartsWith("pkg:nuget/", StringComparison.OrdinalIgnoreCase) ? purl.ToLowerInvariant() : purl;
    }

    [GeneratedRegex("sha256:[0-9a-fA-F]{64}(?![0-9a-fA-F])", RegexOptions.CultureInvariant)]
    private static partial Regex Digest();
}
