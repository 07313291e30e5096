using System.Text;
using AiAttribution.Core.Deployments;
using AiAttribution.Core.Deployments.Formats;

namespace AiAttribution.Core.Tests.Fixtures;

/// <summary>Reads texts as deployment files.</summary>
internal static class DeploymentFileReader
{
    public const string Sha = "1111111111111111111111111111111111111111";
    public const string Sha2 = "2222222222222222222222222222222222222222";
    public const string Digest = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public static DeploymentReading Of(params string[] texts) =>
        DeploymentReader.Read(texts.Select((t, i) => new DeploymentFile($"file{i}.json", Encoding.UTF8.GetBytes(t))));

    public static DeploymentRecord Single(params string[] texts)
    {
        DeploymentReading reading = Of(texts);
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Unplaced);
        return Assert.Single(reading.Records, r => r.Status != DeploymentStatus.Built);
    }

    public static DateTimeOffset Day(int day, int hour = 12) => new(2026, 5, day, hour, 0, 0, TimeSpan.Zero);
}
