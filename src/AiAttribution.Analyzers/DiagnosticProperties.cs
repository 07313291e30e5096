using System.Collections.Immutable;
using System.Globalization;
using AiAttribution.Core.Members;

namespace AiAttribution.Analyzers;

/// <summary>What a diagnostic at a member carries for clients that show more than its message: numbers, trails, and whose work it is.</summary>
internal static class DiagnosticProperties
{
    /// <summary>Of several commits, agents, models or sessions the one with most lines is first, each on a line of its own.</summary>
    public static ImmutableDictionary<string, string?> Of(MemberVerdict verdict) => new Dictionary<string, string?>
    {
        ["codeLines"] = Text(verdict.Tally.Code),
        ["aiLines"] = Text(verdict.Tally.Ai),
        ["weakLines"] = Text(verdict.Tally.Weak),
        ["unknownLines"] = Text(verdict.Tally.Unknown),
        ["testTrail"] = verdict.Test.ToString(),
        ["deploymentTrail"] = verdict.Deployment.ToString(),
        ["commit"] = Texts(verdict, source => source.Commit),
        ["agent"] = Texts(verdict, source => source.Agent),
        ["model"] = Texts(verdict, source => source.Model),
        ["session"] = Texts(verdict, source => source.Session),
    }.ToImmutableDictionary();

    private static string Texts(MemberVerdict verdict, Func<AiSource, string?> part) =>
        string.Join("\n", verdict.Sources.Select(part).Where(text => text is not null).Distinct());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
