namespace AiAttribution.Fleet.ClickHouse;

/// <summary>User and password. They are sent in a header, and stand in no address, no message and no command line.</summary>
internal sealed class Credentials
{
    /// <summary>The environment variable that may hold them.</summary>
    public const string Variable = "AI_ATTRIBUTION_CLICKHOUSE";

    private const int Longest = 4096;

    private Credentials(string text) => Text = text;

    /// <summary>As <c>USER:PASSWORD</c>.</summary>
    public string Text { get; }

    /// <summary>Those of a file, or else of the environment; null for none.</summary>
    /// <exception cref="ToolException">They are not written as they must be.</exception>
    public static Credentials? Find(ToolConsole console, string? file)
    {
        string place = file is null ? $"the variable {Variable}" : $"'{file}'";
        if ((file is null ? console.Variable(Variable) : Read(console.FullPath(file))) is not { Length: > 0 } text)
            return file is null ? null : throw new ToolException($"{place} is empty; it is one line, USER:PASSWORD.");
        return text.IndexOf(':', StringComparison.Ordinal) > 0 && !text.Any(char.IsControl) ? new Credentials(text) : throw new ToolException($"{place} is one line, USER:PASSWORD.");
    }

    private static string Read(string file)
    {
        using StreamReader reader = File.OpenText(file);
        char[] text = new char[Longest];
        return new string(text, 0, reader.ReadBlock(text)).TrimEnd('\r', '\n');
    }
}
