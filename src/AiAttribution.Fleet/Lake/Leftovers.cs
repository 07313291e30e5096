namespace AiAttribution.Fleet.Lake;

/// <summary>Files that nobody reads any more: parts that were put together, work that was broken off. Who reads the manifest before still finds its files.</summary>
internal static class Leftovers
{
    private const int KeptManifests = 3;

    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>Removes them.</summary>
    public static void Remove(LakeFolder lake, Manifest newest)
    {
        int[] numbers = [.. Manifest.Numbers(lake).TakeLast(KeptManifests)];
        Manifest[] kept = [newest, .. numbers.Where(n => n != newest.Number).Select(n => Manifest.Read(lake, n))];
        HashSet<string> live = [.. kept.SelectMany(m => m.Parts.Select(p => Path.Combine(lake.Tables, p.File)).Concat(m.Consumed.Select(c => Path.Combine(lake.Manifests, c))))];
        IEnumerable<string> parts = Directory.EnumerateFiles(lake.Tables, "part-*.parquet", SearchOption.AllDirectories);
        IEnumerable<string> asides = Directory.EnumerateFiles(lake.Manifests, ".*.tmp").Concat(Directory.EnumerateFiles(lake.Manifests, "consumed-*.txt"));
        IEnumerable<string> scratch = Directory.Exists(lake.Scratch) ? Directory.EnumerateFiles(lake.Scratch, "*", SearchOption.AllDirectories) : [];
        foreach (string file in parts.Concat(asides).Concat(scratch).Where(f => !live.Contains(f)).ToArray())
            Delete(file);
        foreach (int number in Manifest.Numbers(lake).Where(n => n < numbers[0]).ToArray())
            Delete(Path.Combine(lake.Manifests, $"{number}.json"));
    }

    /// <summary>What is young may be another's work.</summary>
    private static void Delete(string file)
    {
        if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Grace)
            File.Delete(file);
    }
}
