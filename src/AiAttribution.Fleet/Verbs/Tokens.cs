using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Policy;

namespace AiAttribution.Fleet.Verbs;

/// <summary>Who may send envelopes of which repository: one line for each, <c>REPOSITORY SHA-256-OF-ITS-TOKEN</c>. The tokens themselves are nowhere.</summary>
internal sealed class Tokens
{
    private readonly Dictionary<string, List<byte[]>> _digests = new(StringComparer.Ordinal);

    /// <summary>Reads the file. Blank lines and those that begin with <c>#</c> are passed over; a repository may have several tokens, so that one can take another's place.</summary>
    /// <exception cref="ToolException">A line is no repository with a digest.</exception>
    public static Tokens Read(string file)
    {
        var tokens = new Tokens();
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
                continue;
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var repository, var digest] || !FleetName.Is(repository) || digest.Length != 64 || !digest.All(char.IsAsciiHexDigitLower))
                throw new ToolException($"{file}({number}): a line is a repository and the SHA-256 of its token in lower case, such as: host.example/acme/shop $(printf %s \"$TOKEN\" | sha256sum | cut -d' ' -f1)");
            if (!tokens._digests.TryGetValue(repository, out List<byte[]>? digests))
                tokens._digests.Add(repository, digests = []);
            digests.Add(Convert.FromHexString(digest));
        }

        return tokens;
    }

    /// <summary>Whether a token is one of anybody's; only who has one is told why an envelope is refused.</summary>
    public bool IsKnown(string? token) => token is not null && _digests.Values.Any(d => Has(d, token));

    /// <summary>Whether the holder of a token may speak for a repository.</summary>
    public bool MaySpeak(string token, string repository) => _digests.TryGetValue(repository, out List<byte[]>? digests) && Has(digests, token);

    private static bool Has(List<byte[]> digests, string token)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        return digests.Any(d => CryptographicOperations.FixedTimeEquals(d, digest));
    }
}
