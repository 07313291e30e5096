using System.Globalization;
using System.Text.Json;

namespace AiAttribution.Fleet.Lake;

/// <summary>A Parquet file of the lake.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Month">The month of its rows.</param>
/// <param name="File">Path from the root of the tables.</param>
/// <param name="Rows">How many rows it has.</param>
internal sealed record LakePart(string Table, string Month, string File, long Rows);

/// <summary>An envelope that was refused.</summary>
/// <param name="File">Path from the inbox.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="Reason">Why.</param>
internal sealed record Rejection(string File, string Digest, string Reason);

/// <summary>What is published: which files are live, which envelopes are in them. A reader takes the newest and nothing else, so what is published is seen whole or not at all.</summary>
/// <param name="Number">Its number, 0 before the first.</param>
/// <param name="Parts">The live files.</param>
/// <param name="Consumed">Files with the digests of the envelopes in them.</param>
/// <param name="Rejected">What was refused.</param>
internal sealed record Manifest(int Number, IReadOnlyList<LakePart> Parts, IReadOnlyList<string> Consumed, IReadOnlyList<Rejection> Rejected)
{
    private const string Ending = ".json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The newest one.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static Manifest Newest(LakeFolder lake) => Numbers(lake).LastOrDefault() is var number and > 0 ? Read(lake, number) : new Manifest(0, [], [], []);

    /// <summary>One by its number.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static Manifest Read(LakeFolder lake, int number)
    {
        string file = FileOf(lake, number);
        try
        {
            return JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(file), Options) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new ToolException($"'{file}' is damaged. Put it back from a copy; or delete 'lake' and compact again, if the inbox still holds all envelopes.");
        }
    }

    /// <summary>All numbers, ascending.</summary>
    public static IEnumerable<int> Numbers(LakeFolder lake) => !Directory.Exists(lake.Manifests) ? [] : Directory.EnumerateFiles(lake.Manifests, "*" + Ending)
        .Select(f => int.TryParse(Path.GetFileNameWithoutExtension(f), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)
        .Where(n => n > 0)
        .Order();

    /// <summary>Digests of the envelopes that are in the lake, each by its first sixteen bytes.</summary>
    public HashSet<UInt128> Digests(LakeFolder lake) => [.. Consumed.SelectMany(c => File.ReadLines(Path.Combine(lake.Manifests, c))).Select(KeyOf)];

    /// <summary>The key of a digest.</summary>
    public static UInt128 KeyOf(string digest) => UInt128.Parse(digest.AsSpan(0, 32), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>Publishes it. Of two at a time one wins.</summary>
    /// <returns>False when its number is taken; then nothing has changed.</returns>
    public bool TryPublish(LakeFolder lake)
    {
        Directory.CreateDirectory(lake.Manifests);
        string aside = Path.Combine(lake.Manifests, $".{Guid.NewGuid():N}.tmp");
        using (var stream = new FileStream(aside, FileMode.CreateNew))
        {
            JsonSerializer.Serialize(stream, this, Options);
            stream.Flush(flushToDisk: true);
        }

        try
        {
            // A link to a name that is taken fails, whoever else is at it.
            File.Move(aside, FileOf(lake, Number), overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(FileOf(lake, Number)))
        {
            File.Delete(aside);
            return false;
        }
    }

    private static string FileOf(LakeFolder lake, int number) => Path.Combine(lake.Manifests, number.ToString(CultureInfo.InvariantCulture) + Ending);
}
