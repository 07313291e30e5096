using AiAttribution.Core.Deployments;
using AiAttribution.Core.Lines;
using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Core.Text;
using AiAttribution.Engine.Inputs;
using AiAttribution.Engine.Repository;
using AiAttribution.Engine.Rules;
using AiAttribution.Git.WorkingTree;

namespace AiAttribution.Engine.Project;

/// <summary>Second step of judging a project: finds the members of its files, and what suppresses our codes.</summary>
/// <param name="history">The history that the files were read with.</param>
/// <param name="finder">Finds members; null when there is no compiler to do it.</param>
/// <param name="range">The commits that rules judge; null for all.</param>
/// <param name="tellsUnsearched">Whether the lines are found, too, in which no member is looked for.</param>
internal sealed class MemberSearch(CollectedHistory history, IMemberFinder? finder, CommitRange? range, bool tellsUnsearched)
{
    private readonly LineTables _tables = new(history.Scan.Attribution.Sources, source => Describe(history, source, history.DeploymentOf(source)));
    private readonly LineTables? _judged = range is null ? null : Beside(history, history.DeploymentsBeside(range));

    /// <summary>What is in a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bytes">Its text.</param>
    public FileMembers Find(ProjectFile file, byte[] bytes)
    {
        IReadOnlyList<PlacedSuppression> suppressions = finder is null ? [] : CodeSuppressions.Find(finder, history.Repository, file.Path, bytes);
        if (file.Attribution.Count(LineState.Ai) == 0)
            return new FileMembers(file, null, [], suppressions);
        string text = SourceFile.Text(bytes);
        bool isGenerated = history.Generated.Contains(file.Path);
        LineCoverage[] coverage = WithLinks(history.Links.Lines(file.Path), file.Coverage.Lines(file.Attribution.LineCount));
        uint[] hashes = TextLines.Of(text).Hashes;
        IReadOnlyList<Member> members = file.IsTest || isGenerated ? [] : finder?.Find(file.Path, text) ?? [];
        LineTable table = WithSearch(_tables.Of(file.Path, hashes, file.Attribution, file.Coverage.Measurement, coverage), members);
        return new FileMembers(file, table, members, suppressions)
        {
            IsGenerated = isGenerated,
            Unsearched = tellsUnsearched && !file.IsTest && !isGenerated ? finder?.FindUnsearched(file.Path, text) ?? [] : [],
            Judged = _judged is null ? table : _judged.Of(file.Path, hashes, file.Attribution, file.Coverage.Measurement, table.Coverage) with { Searched = table.Searched },
        };
    }

    /// <summary>A file that no report names, with the members marked that no built test refers to.</summary>
    private LineTable WithSearch(LineTable table, IReadOnlyList<Member> members)
    {
        if (table.Measurement != FileMeasurement.Unmeasured)
            return table;
        foreach (Member member in members.Where(m => m.CodeLines.Any(table.IsJudged) && m.CodeLines.All(l => table.Coverage[l - 1] is LineCoverage.Unknown or LineCoverage.Unmeasured)))
        {
            if (history.Searched.Without(table.Path, member.CodeLines) is not { Count: > 0 } tests)
                continue;
            foreach (int line in member.CodeLines)
                table.Coverage[line - 1] = LineCoverage.Unreferenced;
            table = table with { Searched = tests };
        }

        return table;
    }

    private static LineTables Beside(CollectedHistory history, DeploymentLookup deployments) =>
        new(history.Scan.Attribution.Sources, source => Describe(history, source, deployments.Of(source)));

    private static AiSource Describe(CollectedHistory history, LineSource source, Deployment deployment)
    {
        AiSource described = LineTables.Describe(source) with { Deployment = deployment.Trail, FirstDeployment = deployment.First, Gap = deployment.Gap, Beside = deployment.Beside };
        return source.IsNotCommitted ? described : ProjectTokens.With(described, history.Tokens);
    }

    /// <summary>A link says something only where nothing was measured.</summary>
    private static LineCoverage[] WithLinks(IReadOnlySet<int> linked, LineCoverage[] lines)
    {
        foreach (int line in linked.Where(l => l <= lines.Length && lines[l - 1] is LineCoverage.Unknown or LineCoverage.Unmeasured))
            lines[line - 1] = LineCoverage.Linked;
        return lines;
    }
}
