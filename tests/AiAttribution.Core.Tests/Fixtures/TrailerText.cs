using AiAttribution.Core.Evidence.Messages;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Prints trailers as git does.</summary>
internal static class TrailerText
{
    public static string[] AsLog(string message, string separators = ":", params TrailerAlias[] aliases)
    {
        var options = new TrailerOptions { Separators = separators, Aliases = aliases };
        return TrailerBlock.Parse(message, options).Select(t => $"{t.Key}: {t.Value}").ToArray();
    }
}
