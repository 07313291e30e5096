using System.CommandLine;
using System.IO.Compression;
using AiAttribution.Cli.Hosting;
using AiAttribution.Core.Text;

namespace AiAttribution.Cli.Verbs;

/// <summary><c>inspect</c>: asks a shipped assembly or package what its build embedded.</summary>
internal static class InspectVerb
{
    private const long MostBytes = 512L << 20;
    private const int MostEntries = 10_000;

    public static Command Create(ToolConsole console)
    {
        Argument<string> file = new("FILE") { Description = "An assembly (.dll, .exe) or a package (.nupkg)." };
        var verb = new VerbCommand(
            "inspect",
            "Show what a build with AiAttributionEmbed=true wrote into an assembly: AI lines, tokens and cost. Exit code 2 when there is nothing.",
            "ai-attribution inspect bin/Release/net8.0/App.dll",
            "ai-attribution inspect App.1.2.0.nupkg")
        {
            file,
        };
        verb.SetAction(parsed => Show(console, console.FullPath(parsed.GetValue(file)!)));
        return verb;
    }

    private static int Show(ToolConsole console, string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
            throw new ToolException($"'{file.Name}' {(file.Exists ? "is larger than 512 MiB" : "does not exist")}; give an assembly or a package.");
        try
        {
            int found = path.EndsWith(".nupkg", StringComparison.OrdinalIgnoreCase) ? Package(console.Out, path) : Assembly(console.Out, file.Name, File.ReadAllBytes(path));
            return found > 0 ? ExitCode.Pass : throw new ToolException($"nothing is embedded in '{file.Name}'; build it with the AiAttribution package and -p:AiAttributionEmbed=true.");
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidDataException)
        {
            throw new ToolException($"'{file.Name}' is damaged, or neither an assembly nor a package.");
        }
    }

    private static int Package(TextWriter output, string path)
    {
        using ZipArchive package = ZipFile.OpenRead(path);
        int found = 0;
        foreach (ZipArchiveEntry entry in package.Entries.Where(e => e.FullName.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && e.Length <= MostBytes).Take(MostEntries))
        {
            using Stream content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            found += Assembly(output, entry.FullName, bytes.ToArray());
        }

        return found;
    }

    private static int Assembly(TextWriter output, string name, byte[] bytes)
    {
        IReadOnlyList<(string Name, string Value)> figures = EmbeddedFigures.Read(new MemoryStream(bytes)) ?? [];
        if (figures.Count > 0)
            output.Write(Printable.Of(name) + "\n");
        foreach ((string figure, string value) in figures)
            output.Write($"  {Printable.Of(figure),-16}{Printable.Of(value)}\n");
        return figures.Count;
    }
}
