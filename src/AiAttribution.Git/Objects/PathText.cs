using System.Text;

namespace AiAttribution.Git.Objects;

/// <summary>Paths are bytes in git and text here: UTF-8, and Latin-1 where that is not valid, so that no two paths become one.</summary>
internal static class PathText
{
    public static string Decode(ReadOnlySpan<byte> name) =>
        System.Text.Unicode.Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : Encoding.Latin1.GetString(name);
}
