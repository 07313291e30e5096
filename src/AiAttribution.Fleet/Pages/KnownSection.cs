using System.Globalization;
using AiAttribution.Reports.Html;
using static AiAttribution.Reports.Html.HtmlParts;

namespace AiAttribution.Fleet.Pages;

/// <summary>Question 4: how much of all that is known, and who went silent.</summary>
internal static class KnownSection
{
    private const string Question = "Of how much is nothing known?";
    private const int MostSilent = 200;

    /// <summary>Where the rows of a list are that a page has no room for.</summary>
    public const string Ask = "ai-attribution-fleet query";

    public static HtmlSection Of(Site site, Scope scope)
    {
        RepositoryFigures[] all = [.. scope.Repositories];
        RepositoryFigures[] silent = [.. all.Where(r => IsSilent(site, r))];
        string answer = scope.Single is { } one
            ? $"{(one.Known is null ? "It never reported" : $"Known up to {one.Known}")}; deployments {Word(one.HasDeployments)}, coverage {Word(one.HasCoverage)}, sessions {Word(one.HasSessions)}{(silent.Length > 0 ? "; it is silent" : "")}."
            : $"{Count(all, r => r.Known is not null)} reported; deployments are known of {Count(all, r => r.HasDeployments)}, coverage of {Count(all, r => r.HasCoverage)}, sessions of {Count(all, r => r.HasSessions)}; {silent.Length} {(silent.Length == 1 ? "is" : "are")} silent.";
        return new HtmlSection("known", Question, answer, true, Markup.Join([scope.Single is { } single ? One(single) : Several(all), Silent(site, silent), Signs(all)]));
    }

    /// <summary>Whether a repository never reported, or not for long; the clock is the newest thing that any repository reported.</summary>
    public static bool IsSilent(Site site, RepositoryFigures repository) => repository.Known is not { } known
        || (site.Clock is { } clock && Day(clock).DayNumber - Day(known).DayNumber > site.Settings.SilentDays);

    private static Markup Several(RepositoryFigures[] all) =>
        new HtmlTable("Repositories of which something is known", "what", "repositories:", "share:").Of(
            [
                ("expected or reporting", all.Length),
                ("reported", all.Count(r => r.Known is not null)),
                ("with deployments: lasting change is known", all.Count(r => r.HasDeployments)),
                ("with coverage: tests are known", all.Count(r => r.HasCoverage)),
                ("with sessions: cost is known, at least in part", all.Count(r => r.HasSessions)),
                ("whose policy says clear", all.Count(r => r.Gate == "clear")),
                ("whose policy is blocked", all.Count(r => r.Gate == "blocked")),
            ],
            ((string Name, int Number) row) => [Inline(row.Name), Figure(row.Number), Markup.Of($"{FleetWords.Share(row.Number, all.Length)} {ShareBar.Of(row.Number, all.Length)}")]);

    private static Markup One(RepositoryFigures one) =>
        new HtmlTable("What is known of this repository", "what", "answer").Of(
            [
                ("newest thing that was reported", one.Known ?? "nothing"),
                ("lines known to be AI or other", one.Evidence is { } share ? FleetWords.Share(share, 1) : FleetWords.NotKnown),
                ("deployments", Word(one.HasDeployments)),
                ("coverage", Word(one.HasCoverage)),
                ("sessions", Word(one.HasSessions)),
                ("answer of its policy", one.Gate == "none" ? "nothing was judged" : one.Gate),
            ],
            ((string Name, string Value) row) => [Inline(row.Name), Inline(row.Value)]);

    private static Markup Silent(Site site, RepositoryFigures[] silent) => silent.Length == 0 ? Markup.Empty
        : new HtmlTable($"Silent: nothing new for more than {site.Settings.SilentDays} days before {site.Clock}, or never", "repository", "last known") { Elsewhere = Ask }.Of(
            silent, r => [Code(r.Name), Inline(r.Known ?? "never")], MostSilent);

    private static Markup Signs(RepositoryFigures[] all)
    {
        (string Repository, string Sign)[] signs = [.. all.SelectMany(r => r.Silence.Select(s => (r.Name, s)))];
        return signs.Length == 0 ? Markup.Empty : new HtmlTable("Where absence of evidence says little", "repository", "sign") { Elsewhere = Ask }.Of(signs, s => [Code(s.Repository), Inline(s.Sign)], MostSilent);
    }

    private static string Count(RepositoryFigures[] all, Func<RepositoryFigures, bool> of) => $"{all.Count(of)} of {all.Length}";

    private static string Word(bool isKnown) => isKnown ? "known" : FleetWords.NotKnown;

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
