using AiAttribution.Testing.Files;

namespace AiAttribution.Benchmarks;

/// <summary><c>forms FOLDER</c>: holds all forms of one report against each other, figure by figure.</summary>
internal static class FormComparison
{
    public static int Run(string[] arguments)
    {
        var figures = new FormFigures(Directory.GetFiles(arguments[0]).ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText));
        foreach (string difference in figures.Differences)
            Console.WriteLine($"DIFFERS  {difference}");
        Console.WriteLine($"{figures.Compared.Count} figures stand in two forms or more, {figures.Differences.Count} of them differ");
        return figures.Differences.Count == 0 ? 0 : 1;
    }
}
