namespace AiAttribution.Git.Repositories;

/// <summary>
/// What tells a repository from all others: host and path of its first remote in lower case, the same for every scheme, without user, secret, port and ending
/// (<c>host.example/owner/shop</c>).
/// </summary>
internal static class RepositoryKey
{
    private const string Scheme = "://";
    private const string Ending = ".git";

    /// <summary>The key; null without a remote, and where that is a folder of a machine.</summary>
    public static string? Of(GitRepository repository)
    {
        RepositoryConfig config = RepositoryConfig.Read(repository.Layout);
        return config.Remotes.Select(config.Address).FirstOrDefault(a => a is not null) is { } address ? Of(address) : null;
    }

    /// <summary>The key of an address; null when it names no host.</summary>
    public static string? Of(string address)
    {
        int end = address.AsSpan().IndexOfAny('?', '#');
        string text = (end < 0 ? address : address[..end]).Trim();
        int scheme = text.IndexOf(Scheme, StringComparison.Ordinal);
        (string place, string path) = scheme < 0 ? Split(text, ':') : Split(text[(scheme + Scheme.Length)..], '/');
        string host = place[(place.LastIndexOf('@') + 1)..].Split(':')[0];
        path = path.Trim('/');
        if (path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase))
            path = path[..^Ending.Length];
        // A single letter is a drive; a slash before the colon is a path; what stands before an @ may be a secret.
        return host.Length < 2 || path.Length == 0 || host.AsSpan().IndexOfAny('/', '\\') >= 0 || path.AsSpan().IndexOfAny('@', '\\') >= 0
            ? null
            : $"{host}/{path}".ToLowerInvariant();
    }

    private static (string Place, string Path) Split(string text, char by)
    {
        int at = text.IndexOf(by, StringComparison.Ordinal);
        return at < 0 ? ("", "") : (text[..at], text[(at + 1)..]);
    }
}
