using AiAttribution.Core.Members;
using AiAttribution.Core.Tests;
using AiAttribution.Engine.Project;
using AiAttribution.Engine.Repository;

namespace AiAttribution.Tasks;

/// <summary>Tells the targets which assemblies an answer depends on, so that a build after one in which only tests changed notices it.</summary>
internal static class AssemblyWatch
{
    /// <summary>What tests are called, and what VSTest and Microsoft.Testing.Platform put beside them.</summary>
    private static readonly string[] Names = ["*Tests.dll", "*Test.dll", "testhost.dll", "Microsoft.Testing.Platform.dll"];

    /// <summary>Paths and patterns for MSBuild, one a line, relative to the repository's root; none where coverage answers.</summary>
    /// <param name="project">What was judged.</param>
    /// <param name="history">What it was judged by.</param>
    /// <param name="root">Full path of the repository's root.</param>
    /// <param name="own">Simple name of the project's assembly: a build makes it anew after it was judged.</param>
    public static string Specs(CollectedProject project, CollectedHistory? history, string root, string own)
    {
        if (history is null || root.Length == 0 || !project.Report.Members.Any(member => member.Verdict.IsAiHeavy && IsSearched(member.Verdict)))
            return "";
        string[] searched = [.. history.SearchedAssemblies.Where(file => !Path.GetFileNameWithoutExtension(file).Equals(own, StringComparison.OrdinalIgnoreCase))];
        IEnumerable<string> specs = searched.Length > 0
            ? searched.Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : CoverageWatch.Levels.SelectMany(level => Names.Select(name => level + "bin/*/*/" + name));
        return string.Concat(specs.Where(CoverageWatch.IsInside).Select(spec => spec + "\n"));
    }

    private static bool IsSearched(MemberVerdict verdict) => verdict.Test == TestTrail.Unmeasured || verdict.Searched.Count > 0;
}
