using System.Text.Json;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace AiAttribution.Tasks;

/// <summary>Reports the members that the report of a project accuses. It reads the data file, because a compile that is skipped repeats no warning.</summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyAttribution : Task
{
    private const string Code = "AIA2001";
    private const string HelpLink = "https://github.com/aiattribution/aiattribution/blob/main/nuget/docs/AIA2001.md";
    private const string Accused = "AIA1001";

    /// <summary>Root of the working tree; paths in the data file start from it.</summary>
    public string RepositoryRoot { get; set; } = "";

    /// <summary>Full path of the report as JSON.</summary>
    [Required]
    public string JsonFile { get; set; } = "";

    /// <summary><c>warn</c> or <c>error</c>.</summary>
    [Required]
    public string Verify { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        // The data file is missing when the collecting task could not finish, and that task has said why.
        if (!File.Exists(JsonFile))
            return true;
        using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(JsonFile));
        foreach (JsonElement member in report.RootElement.GetProperty("members").EnumerateArray())
        {
            if (member.GetProperty("verdict").GetString() == Accused)
                Say(member);
        }

        return !Log.HasLoggedErrors;
    }

    private void Say(JsonElement member)
    {
        string file = Path.Combine(RepositoryRoot, member.GetProperty("path").GetString()!);
        int line = member.GetProperty("line").GetInt32();
        int column = member.GetProperty("column").GetInt32();
        string message = $"'{member.GetProperty("name").GetString()}' has neither a test trail nor a deployment trail; "
            + $"{member.GetProperty("aiLines").GetInt32()} of its {member.GetProperty("codeLines").GetInt32()} code lines are AI-assisted";
        if (Verify == "error")
            Log.LogError("AiAttribution", Code, null, HelpLink, file, line, column, 0, 0, "{0}", message);
        else
            Log.LogWarning("AiAttribution", Code, null, HelpLink, file, line, column, 0, 0, "{0}", message);
    }
}
