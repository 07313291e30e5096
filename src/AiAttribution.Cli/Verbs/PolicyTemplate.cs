using System.Text.Json;

namespace AiAttribution.Cli.Verbs;

/// <summary>The policy file that <c>init</c> writes. It says the defaults, so that writing it changes nothing.</summary>
internal static class PolicyTemplate
{
    private const string Example = "// \"attribution\": { \"since\": \"v1.0\" },";

    /// <summary>The same with a baseline.</summary>
    public static string Since(string since) => Text.Replace(Example, $"\"attribution\": {{ \"since\": {JsonSerializer.Serialize(since)} }},", StringComparison.Ordinal);

    public const string Text =
        """
        {
          "$schema": "https://raw.githubusercontent.com/aiattribution/aiattribution/main/nuget/ai-attribution.schema.json",

          // What is required: a preset, and rules of your own; 'ai-attribution check' judges by them. Without both nothing fails.
          // report-only < disclose < tested < regulated; none-allowed forbids AI work.
          // "extends": "disclose",
          // "rules": [
          //   { "id": "tested-core", "scope": { "paths": ["src/Core/**"] }, "require": { "tests": "tested" } },
          //   { "id": "monthly", "severity": "warning", "require": { "budget": { "per": "month", "usd": 500 } } }
          // ],

          // A member is AI-heavy when it reaches both: this share of its code lines, and this number of lines.
          "heavy": { "share": 0.5, "lines": 5 },

          // Baseline: AI lines up to this tag, commit or date are told, never judged; "all" judges everything.
          // Without it: up to the commit that brought the package AiAttribution here.
          // "attribution": { "since": "v1.0" },

          "deployment": {
            // Tags that stand for a deployment.
            "tags": ["v*", "[0-9]*.[0-9]*"],
            // So many days a tested change may wait for its deployment.
            "graceDays": 14
          },

          // Where coverage reports lie (Cobertura).
          "tests": { "coverage": ["**/TestResults/**/*cobertura.xml", "**/TestResults/**/coverage.*", "**/coverage.*cobertura.xml", "**/coverage.*opencover.xml", "**/coverage.*json", "**/coverage.*info"] },

          "evidence": {
            // Whether review and fix bots count, such as accepted review suggestions.
            "reviewBots": true
            // "sources": ["revs"] would let only .ai-attribution-revs count;
            // "agents": [{ "name": "acme-coder", "emails": ["bot@acme.example"] }] would add an agent.
          }
        }

        """;
}
