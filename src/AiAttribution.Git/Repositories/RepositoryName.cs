namespace AiAttribution.Git.Repositories;

/// <summary>What people call a repository: the last part of its first remote's address, which holds neither user nor host; without a remote the name of its folder.</summary>
internal static class RepositoryName
{
    private const string Ending = ".git";

    /// <summary>The name; null where there is none.</summary>
    public static string? Of(GitRepository repository)
    {
        RepositoryConfig config = RepositoryConfig.Read(repository.Layout);
        string? address = config.Remotes.Select(config.Address).FirstOrDefault(a => a is not null);
        return (address is null ? null : Last(address)) ?? (repository.WorkingDirectory is { } root ? Last(root) : null);
    }

    private static string? Last(string address)
    {
        int end = address.AsSpan().IndexOfAny('?', '#');
        string path = (end < 0 ? address : address[..end]).TrimEnd('/', '\\');
        string name = path[(path.LastIndexOfAny(['/', '\\', ':']) + 1)..];
        if (name.EndsWith(Ending, StringComparison.Ordinal) && name.Length > Ending.Length)
            name = name[..^Ending.Length];
        // What stands before an @ may be a user and a secret.
        return name.Length == 0 || name.Contains('@') ? null : name;
    }
}
