using AiAttribution.Core.Deployments;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;

namespace AiAttribution.Cli.Lsp;

/// <summary>Says what is known of a member: in a few words above it, and in sentences where one points at it.</summary>
internal static class MemberWords
{
    /// <summary>As in <c>AI 7 of 7 · claude-code · no test · not released</c>. Of a member that was edited since it was recorded, only its lines are told.</summary>
    public static string Lens(KnownMember member)
    {
        MemberVerdict verdict = member.Verdict;
        string lines = $"AI {verdict.Tally.Ai} of {verdict.Tally.Code}";
        string agents = VerdictSources.Agents(verdict.Sources);
        return string.Join(" · ", member.IsAsRecorded
            ? new[] { lines, agents, Test(verdict.Test), Deployment(verdict) }.Where(word => word.Length > 0)
            : [lines, agents, "edited since"]);
    }

    /// <summary>The same in sentences, with the source of the line, and the command that tells the whole chain.</summary>
    /// <param name="file">The file.</param>
    /// <param name="member">The member around the line.</param>
    /// <param name="line">Number of the line, 1-based.</param>
    public static IEnumerable<string> Hover(KnownFile file, KnownMember member, int line)
    {
        string subject = VerdictMessage.Subject(member.Member.Name, member.Verdict);
        string known = member.IsAsRecorded ? $"{subject}: {VerdictMessage.Missing(member.Verdict)}." : $"{subject}. It was edited since that was recorded: build, or 'ai-attribution snapshot'.";
        return [known, $"This line: {Line(file.Table, line)}.", $"The chain behind it: ai-attribution explain {file.Path}:{line}"];
    }

    private static string Line(LineTable table, int line)
    {
        if (line > table.Lines.Length)
            return "not recorded";
        if (table.SourceOf(line) is not { } source)
            return table.Lines[line - 1] == AttributedLine.Other ? "other, nothing in its history says AI" : "unknown";
        string agent = source.Model is null ? source.Agent : $"{source.Agent} {source.Model}";
        string session = source.Session is null ? "" : $", session {source.Session}";
        return $"AI, {agent}, {(source.IsNotCommitted ? "not committed" : $"commit {source.ShortCommit}")}{session}";
    }

    private static string Test(TestTrail test) => test switch
    {
        TestTrail.Tested => "tested",
        TestTrail.Linked => "a test refers to it",
        TestTrail.Stale => "changed since it was measured",
        TestTrail.FailedRun => "its tests failed",
        TestTrail.None => "no test",
        _ => "not measured",
    };

    private static string Deployment(MemberVerdict verdict) => verdict.Deployment switch
    {
        _ when verdict.Sources.All(source => source.IsNotCommitted) => "not committed",
        DeploymentTrail.Deployed when verdict.Sources is [{ FirstDeployment: { } only }] => $"released in {only}",
        DeploymentTrail.Deployed => "released",
        DeploymentTrail.RolledBack => "rolled back",
        DeploymentTrail.Unknown => "",
        _ => "not released",
    };
}
