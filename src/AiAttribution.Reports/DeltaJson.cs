using System.Text.Json;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Core.Model.Cost;
using AiAttribution.Core.Model.Gate;
using AiAttribution.Core.Model.Release;
using AiAttribution.Core.Sessions.Notes;
using AiAttribution.Core.Text;
using AiAttribution.Reports.Json;

namespace AiAttribution.Reports;

/// <summary>Writes <c>AiAttribution.delta.json</c>: the comparison for other tools. Its schema is <c>nuget/ai-attribution-delta.schema.json</c>.</summary>
internal static class DeltaJson
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "AiAttribution.delta.json";

    /// <summary>Version of the schema.</summary>
    public const int Version = 1;

    private const string Schema = "https://raw.githubusercontent.com/aiattribution/aiattribution/main/nuget/ai-attribution-delta.schema.json";

    /// <summary>The comparison as text with LF line ends; equal models give equal bytes.</summary>
    /// <exception cref="InvalidOperationException">The report compares with nothing.</exception>
    public static string Write(ReportModel report)
    {
        ReleaseDelta delta = report.Delta ?? throw new InvalidOperationException("The report compares with no release.");
        return JsonText.Of(json => Write(json, report, delta));
    }

    private static void Write(Utf8JsonWriter json, ReportModel report, ReleaseDelta delta)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteNumber("version", Version);
        WritePoint(json, "before", delta.Before);
        WritePoint(json, "after", delta.After);
        json.WriteString("gate", GateWords.Of(ReleaseGate.Of(delta.After.Report).State));
        json.WriteStartObject("commits");
        json.WriteNumber("total", delta.Commits);
        json.WriteNumber("ai", delta.AiCommits);
        json.WriteBoolean("cutOff", delta.IsCut);
        json.WriteEndObject();
        json.WriteStartObject("counts");
        json.WriteNumber("new", delta.Members.Of(MemberChangeKind.New).Count);
        json.WriteNumber("changed", delta.Members.Of(MemberChangeKind.Changed).Count);
        json.WriteNumber("unchanged", delta.Members.Of(MemberChangeKind.Unchanged).Count);
        json.WriteNumber("noLongerHeavy", delta.Members.Of(MemberChangeKind.NoLongerHeavy).Count);
        json.WriteNumber("gone", delta.Members.Of(MemberChangeKind.Gone).Count);
        json.WriteNumber("newUntested", delta.Members.NewUntested.Count);
        json.WriteNumber("testLost", delta.Members.Of(TestMove.Lost).Count);
        json.WriteNumber("testGained", delta.Members.Of(TestMove.Gained).Count);
        json.WriteNumber("testsNotComparable", delta.Members.Of(TestMove.Unknown).Count);
        json.WriteEndObject();
        json.WriteList("members", delta.Members.All.Where(c => c.Kind != MemberChangeKind.Unchanged || c.Test is TestMove.Lost or TestMove.Gained), WriteMember);
        if (delta.Yield is { } yield)
            WriteYield(json, yield);
        else
            json.WriteNull("tokens");
        JsonOutcomes.WriteWindow(json, "outcomes", report.Outcomes?.Release);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, string property, ReleasePoint point)
    {
        json.WriteStartObject(property);
        json.WriteString("name", point.Name);
        json.WriteString("commit", point.Commit);
        json.WriteString("time", JsonWriting.Time(point.Time));
        json.WriteCounts("figures", PointFigures.Of(point.Report).Select(f => new NamedCount(f.Key, f.Value)));
        json.WriteEndObject();
    }

    private static void WriteMember(Utf8JsonWriter json, MemberChange change)
    {
        json.WriteStartObject();
        json.WriteString("change", DeltaWords.Of(change.Kind));
        json.WriteString("testMove", DeltaWords.Of(change.Test));
        json.WriteString("name", change.Shown.Name);
        WriteEnd(json, "before", change.Before);
        WriteEnd(json, "after", change.After);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, string property, MemberRecord? member)
    {
        if (member is null)
        {
            json.WriteNull(property);
            return;
        }

        json.WriteStartObject(property);
        json.WriteString("path", member.Path);
        json.WriteNumber("line", member.Line);
        json.WriteNumber("codeLines", member.Verdict.Tally.Code);
        json.WriteNumber("aiLines", member.Verdict.Tally.Ai);
        json.WriteBoolean("aiHeavy", member.Verdict.IsAiHeavy);
        json.WriteString("test", ReportWords.Of(member.Verdict.Test));
        json.WriteString("deployment", ReportWords.Of(member.Verdict.Deployment));
        json.WriteEndObject();
    }

    private static void WriteYield(Utf8JsonWriter json, ReleaseCost yield)
    {
        json.WriteStartObject("tokens");
        JsonTokens.Write(json, "spent", yield.Spent);
        json.WriteStartObject("became");
        foreach (CostShare share in yield.Shares)
            JsonTokens.Write(json, DeltaWords.Of(share.Part), share.Spending);
        json.WriteEndObject();
        json.WriteNumber("shippedMembers", yield.Shipped.Members);
        json.WriteNumber("tokensPerShippedMember", yield.TokensPerMember);
        JsonTokens.WriteCost(json, "costPerShippedMember", yield.CostPerMember);
        json.WriteNumber("commits", yield.Commits);
        json.WriteNumber("aiCommitsWithoutSession", yield.AiCommitsWithout);
        JsonTokens.Write(json, "outsideHistory", yield.Elsewhere);
        json.WriteBoolean("groupsPutTogether", yield.HidesGroups);
        json.WriteList("byModel", yield.Groups, WriteGroup);
        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, CostGroup group)
    {
        json.WriteStartObject();
        json.WriteString("agent", group.Name?.Agent);
        json.WriteString("model", group.Name?.Model);
        json.WriteString("exactness", group.Name is null ? null : ExactnessNames.Of(group.Name.Exactness));
        JsonTokens.Write(json, "spent", group.Spent);
        JsonTokens.Write(json, "shipped", group.Shipped);
        json.WriteNumber("shippedMembers", group.Members);
        json.WriteEndObject();
    }
}
