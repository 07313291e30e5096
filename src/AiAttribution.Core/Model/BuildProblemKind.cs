namespace AiAttribution.Core.Model;

/// <summary>A kind of trouble with the surroundings of a build. It is said once for a build and never fails it.</summary>
/// <param name="Code">Stable code, <c>AIA9xxx</c>; its page is <c>nuget/docs/&lt;code&gt;.md</c>.</param>
/// <param name="Title">What is the matter, in a few words.</param>
/// <param name="IsWarning">False when it is only information.</param>
internal sealed record BuildProblemKind(string Code, string Title, bool IsWarning = true)
{
    /// <summary>Address of the page that explains the code.</summary>
    public string HelpLink => $"https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/{Code}.md";
}
