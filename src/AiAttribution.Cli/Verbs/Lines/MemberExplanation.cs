using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Members;
using AiAttribution.Core.Model;
using AiAttribution.Engine.Project;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.WorkingTree;
using AiAttribution.Shared.Members;

namespace AiAttribution.Cli.Verbs.Lines;

/// <summary>What is known of the member around a line, and the verdict on it.</summary>
internal static class MemberExplanation
{
    public static IEnumerable<string> Of(FileTarget target, int line)
    {
        GitRepository repository = target.Collection.History!.Repository;
        if (repository.WorkingDirectory is not { } root)
            yield break;
        var finder = new RoslynMemberFinder();
        Member? member = finder.Find(target.Path, SourceFile.Text(target.Bytes)).LastOrDefault(m => m.FirstLine <= line && line <= m.LastLine);
        if (member is null || target.Collection.History.Generated.Contains(target.Path))
        {
            yield return "none: the line is not part of a member that could be tested, or the file is generated";
            yield break;
        }

        var project = new ProjectInput(target.Path, root, [Path.Combine(root, target.Path)]);
        MemberRecord? judged = target.Collection.Project(project, finder).Report.Members.FirstOrDefault(m => m.Line == member.Line && m.Name == member.Name);
        yield return $"{member.Name}, lines {member.FirstLine}-{member.LastLine}";
        if (judged is null)
            yield break;
        MemberVerdict verdict = judged.Verdict;
        yield return $"{verdict.Tally.Ai} of {verdict.Tally.Code} code lines are AI, so it is {(verdict.IsAiHeavy ? "AI-heavy" : "not AI-heavy")}";
        yield return TrailWords.Of(judged, target.Collection.History.Coverage.Of(target.Path).Binding);
        if (VerdictIds.Of(verdict.Verdict) is { } id)
            yield return $"{id}: {VerdictMessage.Of(member.Name, verdict, target.Collection.Policy.Verdicts)}";
    }
}
