namespace AiAttribution.Testing.Repositories;

/// <summary>Reads the real <c>git blame --porcelain</c>.</summary>
public static class BlameOutput
{
    private const int IdLength = 40;

    /// <summary>Commit and line in that commit (1-based), for each line of a file.</summary>
    public static List<(string Commit, int Line)> Of(TestRepository repository, string path, params string[] options)
    {
        string output = repository.Git(["blame", "--porcelain", .. options, "HEAD", "--", path]);
        var lines = new List<(string, int)>();
        foreach (string line in output.Split('\n'))
        {
            if (line.Length > IdLength && line[0] != '\t' && line[..IdLength].All(char.IsAsciiHexDigitLower))
                lines.Add((line[..IdLength], int.Parse(line.Split(' ')[1])));
        }

        return lines;
    }
}
