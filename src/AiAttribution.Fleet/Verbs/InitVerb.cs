using System.CommandLine;
using AiAttribution.Fleet.Lake;

namespace AiAttribution.Fleet.Verbs;

/// <summary><c>init</c>: makes the folder of a lake.</summary>
internal static class InitVerb
{
    private const string Settings = """
        {
          // Name of the organisation on the pages.
          "name": "Fleet",

          // Groups are listed by name and never ranked. Budgets are in USD by month.
          // { "name": "payments", "repositories": ["host.example/acme/pay-*"], "budget": 5000, "budgets": [{ "month": "2026-12", "amount": 8000 }] }
          "groups": [],

          // Repositories that ought to report, such as "host.example/acme/shop".
          "expected": [],

          // A repository that has not reported for so many days is silent.
          "silentDays": 30

          // Who may speak for whom: only what comes into inbox/FOLDER/ may speak for these repositories.
          // "senders": [{ "folder": "acme", "repositories": ["host.example/acme/*"] }]
        }

        """;

    public static Command Create(ToolConsole console)
    {
        Argument<string> folder = new("LAKE") { Description = "Folder of the lake; it is made." };
        var verb = new VerbCommand("init", "Make the folder of a lake: fleet.json with groups and budgets, and an inbox for envelopes.", "ai-attribution-fleet init lake") { folder };
        verb.SetAction(parsed =>
        {
            var lake = new LakeFolder(console.FullPath(parsed.GetValue(folder)!));
            if (File.Exists(lake.SettingsFile))
                throw new ToolException($"'{lake.SettingsFile}' is there already; nothing was changed.");
            Directory.CreateDirectory(lake.Inbox);
            File.WriteAllText(lake.SettingsFile, Settings.ReplaceLineEndings("\n"));
            console.Out.Write($"{lake.SettingsFile}\nPut envelopes below {lake.Inbox}, or: ai-attribution-fleet add FILE… --lake {parsed.GetValue(folder)}\n");
            return ExitCode.Pass;
        });
        return verb;
    }
}
