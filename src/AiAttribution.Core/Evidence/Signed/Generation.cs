using System.Globalization;
using System.Text.Json;
using AiAttribution.Core.Evidence.Catalogue;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Core.Text;

namespace AiAttribution.Core.Evidence.Signed;

/// <summary>The predicate <c>openfab/generation</c> (https://open-fab.ai/attestation/generation/v0.1): for ranges of files, named with the digest of the file, whether AI or a human wrote them.</summary>
internal static class Generation
{
    private const string Type = "https://open-fab.ai/attestation/generation/v0.1";
    private const int MostEntries = 10_000;

    /// <summary>What it says of files; null when it is something else.</summary>
    /// <param name="statement">A statement whose signature holds.</param>
    /// <param name="source">Where it was found.</param>
    /// <exception cref="FormatException">An entry cannot be read; the message is a phrase.</exception>
    public static IReadOnlyList<GeneratedFile>? Read(SignedStatement statement, string source)
    {
        if (statement.PredicateType != Type)
            return null;
        JsonElement agent = statement.Predicate.Get("agent");
        string name = agent.Text("base") is { } written ? AgentNames.Canonical(written.EndsWith("-cli", StringComparison.Ordinal) && AgentNames.Find(written) is null ? written[..^"-cli".Length] : written) : AgentNames.Unknown;
        var ai = new EvidenceStatement(EvidenceKind.SignedStatement, EvidenceGrade.Lines, name, ModelName.Normalize(agent.Text("model")), null, source);
        return [.. statement.Predicate.Get("generated").Items().Take(MostEntries).Select(entry => Entry(entry, ai))
            .GroupBy(file => (file.Path, file.Sha256))
            .Select(file => new GeneratedFile(file.Key.Path, file.Key.Sha256, InOrder([.. file.SelectMany(f => f.Ranges).OrderBy(r => r.First)])))];
    }

    private static GeneratedFile Entry(JsonElement entry, EvidenceStatement ai)
    {
        if (entry.Text("path") is not { } path || AttestationReader.IsOutside(path) || entry.Text("sha256") is not { } digest || entry.Text("lines") is not { } lines || entry.Text("author") is not ("ai" or "human"))
            throw new FormatException("an entry of 'generated' has no path, lines, sha256 and author");
        EvidenceStatement? said = entry.Is("author", "ai") ? ai : null;
        return new GeneratedFile(path, digest.ToLowerInvariant(), [.. lines.Split(',').Select(range => Range(range.Trim(), said))]);
    }

    private static AttestedRange Range(string text, EvidenceStatement? ai)
    {
        string[] ends = text.Split('-');
        return ends.Length <= 2 && Line(ends[0]) is { } first && Line(ends[^1]) is { } last && last >= first
            ? new AttestedRange(first, last, ai)
            : throw new FormatException("an entry of 'generated' has lines that are no range such as 12-47");
    }

    private static int? Line(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int line) && line is >= 1 and < int.MaxValue ? line : null;

    /// <summary>The specification refuses ranges that overlap.</summary>
    private static AttestedRange[] InOrder(AttestedRange[] ranges) =>
        ranges.Zip(ranges.Skip(1)).Any(pair => pair.First.Last >= pair.Second.First) ? throw new FormatException("entries of 'generated' overlap") : ranges;
}

/// <summary>Lines of a file that a statement names.</summary>
/// <param name="Path">Path from the repository root.</param>
/// <param name="Sha256">Digest of the file that has those lines, lower-case hexadecimal.</param>
/// <param name="Ranges">Ranges in order of lines, not overlapping; one without a statement says that a human wrote it.</param>
internal sealed record GeneratedFile(string Path, string Sha256, IReadOnlyList<AttestedRange> Ranges);
