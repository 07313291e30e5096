namespace AiAttribution.Core.Sessions.Linking;

/// <summary>
/// One spelling of the paths that Windows, WSL, Git Bash and Cygwin write for one folder, so that a log of one is found by a repository of another: <c>C:\src</c>,
/// <c>\\?\C:\src</c>, <c>/mnt/c/src</c>, <c>/c/src</c> and <c>/cygdrive/c/src</c> are <c>C:/src</c>; <c>\\wsl$\Ubuntu\src</c> is <c>/src</c>.
/// </summary>
internal static class MachinePath
{
    private static readonly string[] Linux = ["//wsl.localhost/", "//wsl$/"];
    private static readonly string[] Mounts = ["/mnt/", "/cygdrive/", "/"];

    public static string Of(string path)
    {
        string plain = Device(path.Replace('\\', '/'));
        if (Array.Find(Linux, share => plain.StartsWith(share, StringComparison.OrdinalIgnoreCase)) is { } share)
            return plain.IndexOf('/', share.Length) is >= 0 and int root ? plain[root..] : "/";
        foreach (string mount in Mounts)
        {
            if (plain.StartsWith(mount, StringComparison.Ordinal) && plain[mount.Length..] is [var letter, ..] rest && char.IsAsciiLetter(letter) && rest is [_] or [_, '/', ..])
                return Drive(letter, rest[1..]);
        }

        return plain is [var drive, ':', ..] && char.IsAsciiLetter(drive) ? Drive(drive, plain[2..]) : plain;
    }

    /// <summary>Whether it is on a drive of Windows, where case tells no names apart.</summary>
    public static bool IsOnDrive(string path) => path is [_, ':', ..];

    private static string Drive(char letter, string rest) => $"{char.ToUpperInvariant(letter)}:{rest}";

    // Windows writes such a path where it may be longer than others.
    private static string Device(string path)
    {
        if (!path.StartsWith("//?/", StringComparison.Ordinal) && !path.StartsWith("//./", StringComparison.Ordinal))
            return path;
        string rest = path[4..];
        return rest.StartsWith("UNC/", StringComparison.OrdinalIgnoreCase) ? "//" + rest[4..] : rest;
    }
}
