using System.Text;

namespace AiAttribution.Benchmarks;

/// <summary>
/// <c>agent-home FOLDER [large|small]</c>: writes a home of Claude Code and prints the totals that a reader must find. A large one has 200 files and 100,000 responses of three
/// lines each, 350 MB in all; a small one has 20,000 files of one response.
/// </summary>
internal static class AgentHomeGenerator
{
    private const int TextLength = 750;

    public static int Run(string[] arguments)
    {
        if (arguments is not ([_] or [_, "large" or "small"]))
        {
            Console.Error.WriteLine("usage: agent-home FOLDER [large|small]");
            return 2;
        }

        (int files, int responses) = arguments is [_, "small"] ? (20_000, 1) : (200, 500);

        long input = 0, output = 0, written = 0, read = 0;
        var random = new Random(20260501);
        for (int file = 0; file < files; file++)
        {
            string session = $"{file:x8}-0000-4000-8000-000000000001";
            string folder = Path.Combine(arguments[0], ".claude", "projects", $"-src-app{file % 20}");
            Directory.CreateDirectory(folder);
            using var writer = new StreamWriter(Path.Combine(folder, session + ".jsonl"), append: false, new UTF8Encoding(false), 1 << 20);
            for (int response = 0; response < responses; response++)
            {
                var usage = (Input: random.Next(1, 50), Output: random.Next(10, 2_000), Written: random.Next(0, 5_000), Read: random.Next(0, 150_000));
                Write(writer, random, session, file, response, usage);
                (input, output, written, read) = (input + usage.Input, output + usage.Output, written + usage.Written, read + usage.Read);
            }
        }

        Console.WriteLine($"input {input} output {output} cache-write {written} cache-read {read}");
        return 0;
    }

    // Only the last line of a response has all of its output, as when it streams.
    private static void Write(StreamWriter writer, Random random, string session, int file, int response, (int Input, int Output, int Written, int Read) usage)
    {
        DateTime time = new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(file).AddSeconds(20 * response);
        for (int line = 0; line < 3; line++)
        {
            string content = line == 2
                ? $$"""{"type":"tool_use","id":"toolu_{{file:x}}_{{response:x}}","name":"Edit","input":{"file_path":"/src/app{{file % 20}}/File{{response % 50}}.cs","old_string":"{{Words(random)}}","new_string":"{{Words(random)}}"} }"""
                : $$"""{"type":"text","text":"{{Words(random)}}"}""";
            writer.Write($$$"""{"parentUuid":"u{{{response}}}-{{{line}}}","isSidechain":false,"userType":"external","cwd":"/src/app{{{file % 20}}}","sessionId":"{{{session}}}","version":"2.1.240","gitBranch":"main","uuid":"{{{file:x}}}-{{{response:x}}}-{{{line}}}","timestamp":"{{{time.AddSeconds(line):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}}","type":"assistant","requestId":"req_{{{file:x}}}_{{{response:x}}}","message":{"id":"msg_{{{file:x}}}_{{{response:x}}}","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{{{content}}}],"stop_reason":null,"usage":{"input_tokens":{{{usage.Input}}},"cache_creation_input_tokens":{{{usage.Written}}},"cache_read_input_tokens":{{{usage.Read}}},"output_tokens":{{{(line == 2 ? usage.Output : 1)}}},"service_tier":"standard"} } }""");
            writer.Write('\n');
        }
    }

    private static string Words(Random random)
    {
        var text = new StringBuilder(TextLength);
        while (text.Length < TextLength * 3 / 5)
            text.Append("value").Append(random.Next(100, 100_000)).Append(random.Next(12) == 0 ? "\\n" : " ");
        return text.ToString();
    }
}
