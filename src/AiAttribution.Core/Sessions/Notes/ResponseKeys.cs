using System.Security.Cryptography;
using System.Text;

namespace AiAttribution.Core.Sessions.Notes;

/// <summary>Hashes by which notes know responses and allocations again.</summary>
internal static class ResponseKeys
{
    private const int KeyLength = 12;
    private const int IdLength = 32;

    /// <summary>A response: the first 12 hexadecimal digits of SHA-256 over agent, key and sub key, each ended by LF.</summary>
    public static string Of(string agent, UsageRecord response) => Hash(KeyLength, agent, response.Key, response.SubKey);

    /// <summary>An allocation: the first 32 hexadecimal digits of SHA-256 over agent, session and the sorted responses, each ended by LF.</summary>
    public static string IdOf(string agent, string session, IEnumerable<string> responses) =>
        Hash(IdLength, [agent, session, .. responses.Order(StringComparer.Ordinal)]);

    private static string Hash(int length, params string[] parts)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => part + "\n")));
        return Convert.ToHexString(SHA256.HashData(bytes))[..length].ToLowerInvariant();
    }
}
