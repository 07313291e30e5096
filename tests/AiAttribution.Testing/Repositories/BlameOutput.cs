namespace AiAttribution.Testing.Repositories;

/// <summary>Reads the real <c>git blame --porcelain</c>.</summary>
public static class BlameOutput
{
    /// <summary>Commit and line in that commit (1-based), for each line of a file.</summary>
    public static List<(string Commit, int Line)> Of(TestRepository repository, string path, params string[] options)
    {
        string output = repository.Git(["blame", "--porcelain", .. options, "HEAD", "--", path]);
        var lines = new List<(string, int)>();
        foreach (string line in output.Split('\n'))
        {
            // A header starts with the id of a commit; the text of a line, with a tab.
            string[] words = line.Split(' ');
            if (words[0].Length is 40 or 64 && words[0].All(char.IsAsciiHexDigitLower))
                lines.Add((words[0], int.Parse(words[1])));
        }

        return lines;
    }
}
