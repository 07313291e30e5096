using System.Text.Json;
using AiAttribution.Core.Text;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>Tells in one line what a build knows of a project's AI-heavy members, so that it is seen to be on, and what to do next.</summary>
[MSBuildMultiThreadableTask]
public sealed class TellProject : Task
{
    private const string ForPeople = "AiAttribution.md";

    /// <summary>Full paths of the reports as JSON, one for each target framework that was built; the metadata <c>Reports</c> is the full path of the folder of all forms.</summary>
    public ITaskItem[] JsonFiles { get; set; } = [];

    /// <summary>Full path of the folder that the build was started in; the report's place is told from there.</summary>
    public string StartDirectory { get; set; } = "";

    /// <summary>Full path of the project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        List<JsonDocument> reports = [];
        try
        {
            // A data file is missing when the collecting task could not finish, and that task has said why.
            foreach (ITaskItem file in JsonFiles.Where(file => File.Exists(file.ItemSpec)))
                reports.Add(JsonDocument.Parse(File.ReadAllBytes(file.ItemSpec)));
            if (ProjectLine.Of([.. reports.Select(report => report.RootElement)], Place()) is { } line)
                Log.LogMessage(MessageImportance.High, "{0}", "AiAttribution: " + Printable.Of(line));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            Log.LogMessage(MessageImportance.Low, "{0}", e);
        }
        finally
        {
            reports.ForEach(report => report.Dispose());
        }

        return true;
    }

    /// <summary>The report for people, by the shorter of its paths: that of a file-based app lies far away. Of several frameworks the folder that has one for each.</summary>
    private string Place()
    {
        string folder = Path.TrimEndingDirectorySeparator(JsonFiles[0].GetMetadata("Reports"));
        string file = Path.Combine(folder, ForPeople);
        string place = JsonFiles.Length > 1 ? Path.GetDirectoryName(folder)! : File.Exists(file) ? file : folder;
        string relative = StartDirectory.Length > 0 ? Path.GetRelativePath(StartDirectory, place) : place;
        return (relative.Length < place.Length ? relative : place).Replace('\\', '/');
    }
}
