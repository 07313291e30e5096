namespace AiAttribution.Engine.Inputs;

/// <summary>What builds left in the <c>bin</c> folders of a working tree: assemblies and their symbols.</summary>
internal sealed class OutputFiles
{
    private const int DeepestFolder = 12;
    private const int DeepestOutput = 5;
    private const int MostFolders = 100_000;
    private const int MostFiles = 50_000;

    /// <summary>End of the file that a program or a project of tests has beside it.</summary>
    public const string Dependencies = ".deps.json";

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { ".git", "obj", "node_modules", "runtimes", "TestResults" };

    private readonly List<FileInfo> _files = [];
    private int _visited;

    private OutputFiles()
    {
    }

    public static OutputFiles None { get; } = new();

    /// <summary>Files that end with <c>.dll</c>, <c>.exe</c>, <c>.pdb</c> or <c>.deps.json</c>, newest first.</summary>
    public IReadOnlyList<FileInfo> Files => _files;

    /// <summary>Looks through a working tree. Links are not followed.</summary>
    public static OutputFiles Find(string root)
    {
        var output = new OutputFiles();
        output.Visit(new DirectoryInfo(root), inOutput: false, left: DeepestFolder);
        output._files.Sort((a, b) => b.LastWriteTimeUtc != a.LastWriteTimeUtc ? b.LastWriteTimeUtc.CompareTo(a.LastWriteTimeUtc) : string.CompareOrdinal(a.FullName, b.FullName));
        return output;
    }

    private void Visit(DirectoryInfo folder, bool inOutput, int left)
    {
        if (left == 0 || _visited++ > MostFolders || _files.Count > MostFiles)
            return;
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        if (inOutput)
            _files.AddRange(folder.EnumerateFiles("*", options).Where(IsOutput));
        foreach (DirectoryInfo below in folder.EnumerateDirectories("*", options).Where(f => !Skipped.Contains(f.Name)))
        {
            bool entersOutput = !inOutput && below.Name.Equals("bin", StringComparison.OrdinalIgnoreCase);
            Visit(below, inOutput || entersOutput, entersOutput ? DeepestOutput : left - 1);
        }
    }

    private static bool IsOutput(FileInfo file) => file.Extension.ToLowerInvariant() is ".dll" or ".exe" or ".pdb" || file.Name.EndsWith(Dependencies, StringComparison.OrdinalIgnoreCase);
}
