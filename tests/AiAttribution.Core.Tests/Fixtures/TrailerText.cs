using AiAttribution.Core.Evidence.Trailers;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Prints trailers as git's two commands do.</summary>
internal static class TrailerText
{
    public static string[] AsInterpretTrailers(string message, string separators = ":", params TrailerAlias[] aliases)
    {
        var options = new TrailerOptions { Divider = true, Separators = separators, Aliases = aliases };
        return TrailerBlock.Parse(message, options)
            .Select(t => separators.Contains(t.Key.TrimEnd()[^1], StringComparison.Ordinal) ? t.Key + t.Value : $"{t.Key}: {t.Value}")
            .ToArray();
    }

    public static string[] AsLog(string message, string separators = ":", params TrailerAlias[] aliases)
    {
        var options = new TrailerOptions { Separators = separators, Aliases = aliases };
        return TrailerBlock.Parse(message, options).Select(t => $"{t.Key}: {t.Value}").ToArray();
    }
}
