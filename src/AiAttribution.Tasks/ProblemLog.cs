using AiAttribution.Core.Model;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks;

/// <summary>Says each environment note once for a build, however many projects meet it.</summary>
/// <param name="log">Log of the running task.</param>
/// <param name="build">What the projects of the build share.</param>
/// <param name="projectFile">Place of notes that are about no file.</param>
/// <param name="repositoryRoot">Where paths in notes start from.</param>
internal sealed class ProblemLog(TaskLoggingHelper log, OncePerBuild build, string projectFile, string repositoryRoot)
{
    public void Write(IEnumerable<BuildProblem> notes)
    {
        foreach (BuildProblem note in notes)
        {
            if (build.IsFirst(Key(note)))
                Write(note);
        }
    }

    /// <summary>What nobody foresaw is said once, although each project words it by its own files.</summary>
    private string Key(BuildProblem note) => note.Diagnostic == BuildProblemKinds.Unexpected
        ? $"{repositoryRoot} {note.Diagnostic.Code}"
        : $"{repositoryRoot} {note.Diagnostic.Code} {note.File}({note.Line},{note.Column}) {note.Text}";

    private void Write(BuildProblem note)
    {
        BuildProblemKind diagnostic = note.Diagnostic;
        string file = LogText.Of(note.File is null ? projectFile : Path.Combine(repositoryRoot, note.File));
        // The text goes in as an argument: it may hold braces.
        if (diagnostic.IsWarning)
            log.LogWarning("AiAttribution", diagnostic.Code, null, diagnostic.HelpLink, file, note.Line, note.Column, 0, 0, "{0}", LogText.Of(note.Text));
        else
            log.LogMessage("AiAttribution", diagnostic.Code, null, file, note.Line, note.Column, 0, 0, MessageImportance.Normal, "{0}", LogText.Of(note.Text));
    }
}
