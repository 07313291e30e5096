using System.Text;
using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Envelopes of a small repository, and what becomes of them on the way.</summary>
internal static class EnvelopeBuilder
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public static Envelope Make(
        string repository = "host.example/owner/shop",
        string? project = null,
        string commit = Commit,
        string build = "7/build",
        int attempt = 1,
        string time = "2026-10-06T12:00:00Z",
        string? known = null,
        string branch = "default",
        bool publishable = true,
        bool deployments = true,
        bool coverage = false,
        bool sessions = true,
        params EnvelopeRow[] rows) => new(
        EnvelopeRow.Of(EnvelopeTables.Build, 1L, repository, project, project is null ? "repository" : "project", commit, build, (long)attempt, time, known ?? time, branch, "clear", 0.9m, coverage, deployments, sessions, null, "0.1.0", "github", (long)rows.Length, publishable),
        rows);

    public static EnvelopeRow LineRow(string state, long lines, string agent = "all", bool publishable = true) =>
        EnvelopeRow.Of(EnvelopeTables.Lines, state, state == "ai" ? "declared" : "none", agent, lines, publishable);

    public static EnvelopeRow WeekRow(string monday, decimal low, decimal high, decimal ai = 0, bool publishable = true) =>
        EnvelopeRow.Of(EnvelopeTables.Outcome, monday, low, high, ai, low - ai, 0m, null, null, false, publishable);

    public static EnvelopeRow CostRow(string? month, decimal? usd, long tokens = 1000, string agent = "claude-code", string exactness = "exact", long commits = 1, bool publishable = true, long unpriced = 0) =>
        EnvelopeRow.Of(EnvelopeTables.Cost, month, agent, null, exactness, month is not null, commits, tokens, 0L, 0L, 0L, usd, unpriced, publishable);

    public static string TextOf(Envelope envelope) => EnvelopeText.Of(envelope);

    public static byte[] FileOf(Envelope envelope) => EnvelopePack.Pack(TextOf(envelope));

    /// <summary>A text as the reader takes it.</summary>
    public static Envelope Read(string text) => EnvelopeReader.Read(Encoding.UTF8.GetBytes(text));
}
