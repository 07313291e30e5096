using System.Globalization;
using System.Text;
using System.Text.Json;
using AiAttribution.Core.Evidence;
using AiAttribution.Core.Evidence.Notes;
using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Evidence.Notes;

public class SharedGitAiNoteTests
{
    private sealed record SharedNote(string Commit, string[] Kinds, string Note);

    [SharedDataFact]
    public void Every_note_gives_the_lines_that_painting_its_entries_one_by_one_gives()
    {
        SharedNote[] notes = File.ReadLines(SharedData.PathOf("git-ai-notes.jsonl"))
            .Select(l => JsonSerializer.Deserialize<SharedNote>(l, new JsonSerializerOptions(JsonSerializerDefaults.Web))!).ToArray();

        Assert.Equal(68, notes.Length);
        foreach (SharedNote note in notes)
        {
            GitAiNote read = GitAiNote.Parse(Encoding.UTF8.GetBytes(note.Note));
            Assert.Empty(read.Problems);
            Assert.Equal(Paint(note.Note), read.Files.SelectMany(f => f.Ranges.SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1).Select(l => $"{f.Path}:{l} {Name(r.Ai)}"))).ToHashSet());
            Assert.Equal(note.Kinds.Contains("empty"), read.Files.Count == 0);
        }
    }

    // Slow and plain on purpose: a line belongs to whoever paints it last.
    private static HashSet<string> Paint(string note)
    {
        int divider = ("\n" + note).IndexOf("\n---\n", StringComparison.Ordinal);
        using JsonDocument metadata = JsonDocument.Parse(note[(divider + 4)..]);
        var painted = new Dictionary<(string, int), string>();
        string file = "";
        foreach (string line in note[..divider].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] != ' ')
            {
                file = line.Trim('"');
                continue;
            }

            string[] words = line.Trim().Split(' ');
            foreach (string range in words[1].Split(','))
            {
                int[] ends = range.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                for (int l = ends[0]; l <= ends[^1]; l++)
                    painted[(file, l)] = Key(words[0], metadata.RootElement);
            }
        }

        return painted.Select(p => $"{p.Key.Item1}:{p.Key.Item2} {p.Value}").ToHashSet();
    }

    private static string Key(string key, JsonElement root)
    {
        if (key == "human" || key.StartsWith("h_", StringComparison.Ordinal))
            return "other";
        foreach (string map in new[] { "prompts", "sessions" })
        {
            if (root.TryGetProperty(map, out JsonElement all) && all.TryGetProperty(key.Split("::")[0], out JsonElement entry))
                return entry.GetProperty("agent_id").GetProperty("id").GetString()!;
        }

        return "unknown";
    }

    private static string Name(EvidenceStatement? statement) => statement switch
    {
        null => "other",
        { Session: { Provider: not "git-ai" } session } => session.Id,
        _ => "unknown",
    };
}
