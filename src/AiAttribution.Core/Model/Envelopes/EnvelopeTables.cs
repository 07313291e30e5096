using static AiAttribution.Core.Model.Envelopes.ColumnKind;

namespace AiAttribution.Core.Model.Envelopes;

/// <summary>All tables of a fleet. Writer, reader, schema, Parquet files and SQL go by this one list.</summary>
internal static class EnvelopeTables
{
    /// <summary>Grows when a reader of the version before would go wrong.</summary>
    public const int Version = 1;

    private static readonly EnvelopeColumn Publishable = new("publishable", Flag);

    /// <summary>The head of an envelope: which build it is of, and how much is known.</summary>
    public static readonly EnvelopeTable Build = new(
        "build",
        new("v", Count),
        new("repository", Label),
        new("project", Label) { IsOptional = true },
        new("scope", Label) { Words = ["repository", "project"] },
        new("commit", Label),
        new("build", Label),
        new("attempt", Count),
        new("time", Time),
        new("known", Time),
        new("branch", Label) { Words = ["default", "release", "other", "unknown"] },
        new("gate", Label) { Words = ["clear", "blocked", "cannot tell", "none"] },
        new("evidence", Amount) { IsOptional = true },
        new("coverage", Flag),
        new("deployments", Flag),
        new("sessions", Flag),
        new("policy", Label) { IsOptional = true },
        new("tool", Label) { IsOptional = true },
        new("ci", Label) { IsOptional = true },
        new("rows", Count),
        Publishable)
    { IsOfProjects = true };

    public static readonly EnvelopeTable Lines = new(
        "lines", Key("state", "ai", "other", "unknown", "in part"), Key("grade"), Key("agent"), new("lines", Count), Publishable)
    { IsOfProjects = true };

    public static readonly EnvelopeTable Members = new(
        "members", Key("tests"), Key("deployment"), new("members", Count), new("lines", Count), Publishable)
    { IsOfProjects = true };

    public static readonly EnvelopeTable Rule = new(
        "rule", Key("rule"), new("answer", Label), new("judged", Count), new("found", Count), new("waived", Count))
    { IsOfProjects = true };

    public static readonly EnvelopeTable Cost = new(
        "cost",
        new("month", Month) { IsKey = true, IsOptional = true },
        Key("agent"),
        new("model", Label) { IsKey = true, IsOptional = true },
        Key("exactness"),
        new("linked", Flag) { IsKey = true },
        new("commits", Count),
        new("input", Count),
        new("output", Count),
        new("cache_read", Count),
        new("cache_write", Count),
        new("usd", Amount) { IsOptional = true },
        new("unpriced", Count),
        Publishable);

    public static readonly EnvelopeTable Outcome = new(
        "outcome",
        new("week", Day) { IsKey = true },
        new("low", Amount),
        new("high", Amount),
        new("ai", Amount),
        new("other", Amount),
        new("unknown", Amount),
        new("tested_low", Amount) { IsOptional = true },
        new("tested_high", Amount) { IsOptional = true },
        new("above", Flag),
        Publishable);

    public static readonly EnvelopeTable Funnel = new(
        "funnel", Key("step"), new("lines", Count), new("missed", Count), new("unknown", Count), Publishable)
    { IsOfProjects = true };

    public static readonly EnvelopeTable Survival = new(
        "survival",
        new("cohort", Month) { IsKey = true },
        Key("state", "ai", "other"),
        new("landed", Count),
        new("dead", Count),
        new("early", Count),
        new("young", Count),
        Publishable);

    public static readonly EnvelopeTable Silence = new("silence", Key("kind"), new("since", Day) { IsOptional = true });

    /// <summary>All of them, the head first.</summary>
    public static IReadOnlyList<EnvelopeTable> All { get; } = [Build, Lines, Members, Rule, Cost, Outcome, Funnel, Survival, Silence];

    /// <summary>The table with a name; null when there is none.</summary>
    public static EnvelopeTable? Find(string? name) => All.FirstOrDefault(t => t.Name == name);

    private static EnvelopeColumn Key(string name, params string[] words) => new(name, Label) { IsKey = true, Words = words.Length == 0 ? null : words };
}
