using System.Text.RegularExpressions;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Policy;

/// <summary>The name of a repository in a fleet.</summary>
internal static partial class FleetName
{
    private const int MostCharacters = 300;

    /// <summary>The name; null, and a problem, for anything else.</summary>
    public static string? Read(JsonValue value, ValueReader read)
    {
        string? name = read.Text(value, "fleet.repository");
        if (name is null || Is(name))
            return name;
        read.Report(value.Position, "fleet.repository is host and path in lower case, such as \"host.example/owner/shop\".");
        return null;
    }

    /// <summary>Whether a text is host and path in lower case.</summary>
    public static bool Is(string text) => text.Length <= MostCharacters && Form().IsMatch(text) && text == text.ToLowerInvariant() && Printable.Of(text) == text;

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]*(/[^\s/\\]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
