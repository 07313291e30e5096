using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AiAttribution.Core.Model;
using AiAttribution.Git.WorkingTree;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AiAttribution.Tasks;

/// <summary>
/// Sees to the folder of the build's own data before anything is read from it or written to it: nothing in it leads out, and what somebody left there fails and hangs no build.
/// MSBuild's own reading ends a build by what it does not understand, so what an earlier build left is read here.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed partial class PrepareData : AttributionTask
{
    private const int MostBytes = 1 << 20;

    /// <summary>Full path of the project's intermediate folder. The SDK writes there, wherever it leads.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = "";

    /// <summary>Full path of the folder for the data, below it.</summary>
    [Required]
    public string DataDirectory { get; set; } = "";

    /// <summary>Full paths of all files that the build keeps in the folder.</summary>
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Full path of the file that MSBuild itself writes.</summary>
    [Required]
    public string HashFile { get; set; } = "";

    /// <summary>Full path of the file that tells where coverage reports may appear.</summary>
    public string WatchFile { get; set; } = "";

    /// <summary>Full path of the file with the last day on which the answers hold.</summary>
    public string UntilFile { get; set; } = "";

    /// <summary>The day that decides over waivers.</summary>
    internal DateOnly Today { get; set; } = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>Why the folder cannot be used; empty when it can.</summary>
    [Output]
    public string Cause { get; set; } = "";

    /// <summary>What the earlier build watches: patterns and paths from the repository's root.</summary>
    [Output]
    public string[] Watched { get; set; } = [];

    /// <summary>Whether the day of the earlier build's answers is over.</summary>
    [Output]
    public bool IsOver { get; set; }

    /// <summary>Full path of the git directory of the working tree, with a separator at its end; empty without one.</summary>
    [Output]
    public string GitDirectory { get; set; } = "";

    /// <summary>Full path of the git directory that all working trees share, with a separator at its end.</summary>
    [Output]
    public string CommonDirectory { get; set; } = "";

    /// <summary>Name of the branch that is checked out, as <c>refs/heads/main</c>; empty without one.</summary>
    [Output]
    public string HeadReference { get; set; } = "";

    private protected override void Run()
    {
        if (Obstacle() is { } obstacle)
        {
            Cause = $"{obstacle}, so nothing is attributed";
            Problems.Write([new BuildProblem(BuildProblemKinds.UnwrittenReport, Cause, "Take it away, or make it writable; a build makes what it needs.")]);
            return;
        }

        Watched = [.. Text(WatchFile).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        IsOver = DateOnly.TryParseExact(Text(UntilFile).Trim(), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly until) && Today > until;
        FindGit();
    }

    private protected override void GiveUp(string cause) => Cause = cause;

    /// <summary>What keeps the build from its data; null when nothing does.</summary>
    private string? Obstacle()
    {
        try
        {
            if (OnTheWay() is { } obstacle)
                return obstacle;
            Directory.CreateDirectory(DataDirectory);
            if (Files.Append(new TaskItem(HashFile)).FirstOrDefault(file => !IsFree(file.ItemSpec)) is { } taken)
                return $"'{Told(taken.ItemSpec)}' is a folder, where the build's data needs a file";
            new FileStream(HashFile, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"'{Told(DataDirectory)}' cannot be written ({e.Message})";
        }
    }

    private string? OnTheWay()
    {
        string at = Path.TrimEndingDirectorySeparator(IntermediateDirectory);
        foreach (string part in Path.GetRelativePath(at, Path.TrimEndingDirectorySeparator(DataDirectory)).Split(Path.DirectorySeparatorChar))
        {
            at = Path.Combine(at, part);
            if (new FileInfo(at).LinkTarget is not null)
                return $"'{Told(at)}' is a link, and the build's data is written through none";
            if (File.Exists(at))
                return $"'{Told(at)}' is a file, where the build's data needs a folder";
        }

        return null;
    }

    /// <summary>Whether a file can be at its place. A link or a pipe goes, because nothing is lost by that.</summary>
    private static bool IsFree(string file)
    {
        if (new FileInfo(file).LinkTarget is not null || IsPipe(file))
            Drop(file);
        return !Directory.Exists(file);
    }

    private string Told(string path) => Path.GetRelativePath(RepositoryRoot.Length > 0 ? RepositoryRoot : Path.GetDirectoryName(ProjectFile)!, path).Replace('\\', '/');

    private void FindGit()
    {
        if (RepositoryRoot.Length == 0)
            return;
        string git = Path.Combine(RepositoryRoot, ".git");
        if (Text(git) is { Length: > 0 } pointer)
            git = pointer.StartsWith("gitdir:", StringComparison.Ordinal) ? Full(RepositoryRoot, pointer["gitdir:".Length..]) : "";
        if (git.Length == 0)
            return;
        GitDirectory = git + Path.DirectorySeparatorChar;
        CommonDirectory = Text(Path.Combine(git, "commondir")) is { Length: > 0 } common ? Full(git, common) + Path.DirectorySeparatorChar : GitDirectory;
        HeadReference = Reference().Match(Text(Path.Combine(git, "HEAD"))).Groups[1].Value;
    }

    private static string Full(string folder, string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path.Split('\0')[0].Trim(), folder));

    /// <summary>Text of a file; empty for one that is missing, too large or no plain one.</summary>
    private static string Text(string file) =>
        file.Length > 0 && File.Exists(file) && BoundedFile.ReadThere(file, MostBytes).Bytes is { } bytes ? Encoding.UTF8.GetString(bytes) : "";

    private static void Drop(string link)
    {
        if (File.GetAttributes(link).HasFlag(FileAttributes.Directory) && OperatingSystem.IsWindows())
            Directory.Delete(link);
        else
            File.Delete(link);
    }

    /// <summary>Whoever reads a pipe, such as the compiler, waits for ever. To open one for both ends does not.</summary>
    private static bool IsPipe(string file)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(file) is not { Exists: true, Length: 0 })
            return false;
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            return !stream.CanSeek;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^ref:\s*(refs/[\w./+@-]+)\s*$")]
    private static partial Regex Reference();
}
