namespace AiAttribution.Cli.Logs;

/// <summary>Paths that editors write as URIs.</summary>
internal static class FileUri
{
    private static readonly string[] Schemes = ["file://", "vscode-remote://"];

    /// <summary>The path that a URI of a file, or of a folder on a remote machine, names; null for anything else.</summary>
    public static string? Path(string? uri)
    {
        if (uri is null || Array.Find(Schemes, scheme => uri.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
            return null;
        string rest = uri[scheme.Length..];
        int path = rest.IndexOf('/');
        return path < 0 ? null : Local(Uri.UnescapeDataString(rest[path..]));
    }

    /// <summary>The path part of a URI as the machine writes it: <c>/c:/src</c> is <c>C:/src</c>.</summary>
    public static string? Local(string? path) =>
        path is ['/', var drive, ':', ..] && char.IsAsciiLetter(drive) ? char.ToUpperInvariant(drive) + path[2..] : path;
}
