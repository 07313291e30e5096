using System.Globalization;
using System.Text.RegularExpressions;
using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Evidence;

/// <summary><c>Entire-Attribution: 73% agent (146/200 lines)</c>: how much of the commit's lines an agent wrote, without saying which.</summary>
internal static class EntireShare
{
    public const string Key = "Entire-Attribution";

    private const string Checkpoint = "Entire-Checkpoint";

    /// <summary>What the share says holds for the checkpoint beside it, too; a share of nothing takes both away.</summary>
    public static IReadOnlyList<EvidenceStatement> Applied(IReadOnlyList<EvidenceStatement> statements) =>
        statements.FirstOrDefault(statement => statement.Source == Key) is { } share
            ? [.. statements
                .Select(statement => statement.Source == Checkpoint ? statement with { Extent = share.Extent } : statement)
                .Where(statement => statement.Extent != EvidenceExtent.None)]
            : statements;
}

/// <summary>Reads that trailer.</summary>
internal sealed partial class EntireShareRule() : TrailerRule(EntireShare.Key)
{
    public override EvidenceStatement? Read(string value)
    {
        Match share = Share().Match(value);
        if (!share.Success)
            return null;
        double percent = Number(share.Groups["percent"]);
        if (share.Groups["of"].Success && Number(share.Groups["of"]) is > 0 and var all)
            percent = Number(share.Groups["lines"]) / all * 100;
        return new EvidenceStatement(EvidenceKind.DisclosureTrailer, EvidenceGrade.Declared, AgentNames.Unknown, null, null, Key) { Extent = ExtentRules.Share(percent) };
    }

    private static double Number(Group digits) => double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*(?<percent>[0-9]{1,3}(\.[0-9]{1,3})?)% agent( \((?<lines>[0-9]{1,9})/(?<of>[0-9]{1,9}) lines\))?\s*$")]
    private static partial Regex Share();
}
