using System.Text;

namespace AiAttribution.Core.Evidence;

/// <summary>Lines of <c>.mailmap</c> that give an address another name: <c>Name &lt;shown@address&gt; &lt;in.commits@address&gt;</c>. Attribution reads commits as they are; whoever looks at <c>git log</c> does not.</summary>
internal static class MailmapLines
{
    private const int MostLines = 20_000;

    /// <summary>Addresses in commits that are shown as another one.</summary>
    public static IEnumerable<string> Replaced(byte[] file)
    {
        foreach (string line in Encoding.UTF8.GetString(file).Split('\n').Take(MostLines).Where(line => !line.StartsWith('#')))
        {
            string[] addresses = [.. line.Split('<').Skip(1).Select(part => part.Split('>')[0].Trim())];
            if (addresses.Length == 2 && !addresses[0].Equals(addresses[1], StringComparison.OrdinalIgnoreCase))
                yield return addresses[1];
        }
    }
}
