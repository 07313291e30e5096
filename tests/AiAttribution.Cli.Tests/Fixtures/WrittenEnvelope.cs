using AiAttribution.Core.Model.Envelopes;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>The one envelope that a run of the tool left in a folder.</summary>
internal static class WrittenEnvelope
{
    /// <summary>Reads it as a fleet does.</summary>
    public static Envelope In(string folder)
    {
        string file = Assert.Single(Directory.GetFiles(folder));
        byte[] packed = File.ReadAllBytes(file);
        Assert.Equal(EnvelopePack.NameOf(packed), Path.GetFileName(file));
        return EnvelopeReader.ReadFile(packed);
    }

    /// <summary>Its rows of a table.</summary>
    public static EnvelopeRow[] Of(this Envelope envelope, EnvelopeTable table) => [.. envelope.Rows.Where(r => r.Table == table)];
}
