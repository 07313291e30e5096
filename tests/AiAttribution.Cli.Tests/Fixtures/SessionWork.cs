using System.Security.Cryptography;
using System.Text;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Cli.Tests.Fixtures;

/// <summary>What a session writes that nobody has committed yet.</summary>
internal static class SessionWork
{
    /// <summary>A class of twelve lines with one method of five lines of code.</summary>
    public const string Cart = "namespace Lib;\n\npublic class Cart\n{\n    public int Total(int[] prices)\n    {\n        int total = 0;\n        foreach (int price in prices)\n            total += price;\n        return total;\n    }\n}\n";

    /// <summary>Number of the line on which the method stands.</summary>
    public const int MethodLine = 5;

    /// <summary>A report in which no test ran the method.</summary>
    public static string NotRun(string path) => Coverage(path, 0);

    /// <summary>A report in which a test ran the method.</summary>
    public static string Run(string path) => Coverage(path, 1);

    /// <summary>Writes a working log as git-ai does for a checkpoint of an agent.</summary>
    public static void GitAi(TestRepository repository, string path, string text)
    {
        string blob = Hash(text);
        string author = $"s_{Hash("cursor:c1")[..14]}::t_0123456789abcd";
        string folder = $".git/ai/working_logs/{repository.Head}";
        repository.Write($"{folder}/blobs/{blob}", text).Write(
            $"{folder}/checkpoints.jsonl",
            $$"""{"kind":"AiAgent","diff":"","author":"somebody","entries":[{"file":"{{path}}","blob_sha":"{{blob}}","attributions":[],"line_attributions":[{"start_line":1,"end_line":{{text.Count(c => c == '\n')}},"author_id":"{{author}}","overrode":null}]}],"timestamp":1,"agent_id":{"tool":"cursor","id":"c1","model":"gpt-5"},"api_version":"checkpoint/1.0.0"}""" + "\n");
    }

    private static string Coverage(string path, int hits) =>
        $"<coverage><packages><package><classes><class filename=\"{path}\"><lines>{string.Concat(Enumerable.Range(MethodLine + 2, 4).Select(line => $"<line number=\"{line}\" hits=\"{hits}\"/>"))}</lines></class></classes></package></packages></coverage>";

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant();
}
