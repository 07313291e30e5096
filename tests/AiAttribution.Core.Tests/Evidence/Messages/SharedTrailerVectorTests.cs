using System.Text.Json;
using AiAttribution.Core.Evidence.Messages;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Evidence.Messages;

public class SharedTrailerVectorTests
{
    private sealed record Vector(string Name, string[] Config, string Message, string[] Log);

    [SharedDataFact]
    public void Parse_gives_what_git_gave_on_every_vector()
    {
        Vector[] vectors = Load();

        string[] wrong = vectors
            .Where(v => !Read(v).SequenceEqual(v.Log))
            .Select(v => v.Name)
            .ToArray();

        Assert.Equal(62, vectors.Length);
        Assert.Empty(wrong);
    }

    private static string[] Read(Vector vector)
    {
        string separators = ":";
        var aliases = new List<TrailerAlias>();
        foreach (string setting in vector.Config)
        {
            (string name, string value) = (setting[..setting.IndexOf('=')], setting[(setting.IndexOf('=') + 1)..]);
            if (name == "trailer.separators")
                separators = value;
            else
                aliases.Add(new TrailerAlias(name.Split('.')[1], value));
        }

        return TrailerText.AsLog(vector.Message, separators, aliases.ToArray());
    }

    private static Vector[] Load() =>
        JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(SharedData.PathOf("trailer-vectors.json")), new JsonSerializerOptions(JsonSerializerDefaults.Web))!;
}
