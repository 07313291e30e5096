using System.Security.Cryptography;
using System.Text;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary>Which texts of a log may stand in a note: no path, no e-mail, no sentence.</summary>
internal static class NoteWords
{
    private const int LongestId = 100;

    /// <summary>Whether a text consists of letters, digits and <c>. _ : / + -</c> only, and is no path.</summary>
    public static bool IsWord(string text) =>
        text.Length > 0 && text[0] is not ('/' or '.') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or ':' or '/' or '+' or '-') && !text.Contains(":/", StringComparison.Ordinal);

    /// <summary>The id of a session as a note may hold it: an id that could tell a path or a person is replaced by a hash of it.</summary>
    public static string SessionId(string id) =>
        id.Length <= LongestId && IsWord(id) && !id.Contains('/', StringComparison.Ordinal)
            ? id
            : "sha256-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16].ToLowerInvariant();

    /// <summary>The name of a model as a note may hold it; null when it is more than a name.</summary>
    public static string? Model(string? model)
    {
        // A release behind an @ is none of the characters of a word.
        string? name = model is not null && ModelName.Normalize(model) == model ? model.Replace('@', '-') : model;
        return name is { Length: <= LongestId } && IsWord(name) ? name : null;
    }
}
