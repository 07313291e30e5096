using System.Text;
using AiAttribution.Core.Tests.Fixtures;
using AiAttribution.Testing.Repositories;

namespace AiAttribution.Core.Tests.Evidence.Messages;

public class TrailerGitAgreementTests
{
    private const int Count = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Parse_agrees_with_the_trailers_of_git_log(int seed)
    {
        string[] messages = MessageGenerator.Make(seed, Count);
        using var repository = new TestRepository();

        string[][] expected = Log(repository, messages);

        AssertSame(messages, expected);
    }

    private static void AssertSame(string[] messages, string[][] expected)
    {
        Assert.Equal(messages.Length, expected.Length);
        Assert.True(expected.Count(e => e.Length > 0) > Count / 10, "too few messages have trailers for the comparison to mean anything");
        for (int i = 0; i < messages.Length; i++)
        {
            string[] actual = TrailerText.AsLog(messages[i]);
            Assert.True(expected[i].SequenceEqual(actual), $"message {i}:\n{messages[i]}\n=== git:\n{string.Join('\n', expected[i])}\n=== here:\n{string.Join('\n', actual)}");
        }
    }

    private static string[][] Log(TestRepository repository, string[] messages)
    {
        var stream = new MemoryStream();
        foreach (string message in messages)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(message);
            stream.Write(Encoding.UTF8.GetBytes($"commit refs/heads/generated\ncommitter Dev <dev@example.com> 1767268800 +0000\ndata {bytes.Length}\n"));
            stream.Write(bytes);
            stream.Write("\n"u8);
        }

        GitProcess.Run(repository.Root, stream.ToArray(), new Dictionary<string, string>(), "fast-import", "--quiet");
        string log = repository.Git("log", "--reverse", "--topo-order", "--format=%x01%(trailers:only,unfold)", "generated");
        return log.Split('\u0001').Skip(1).Select(Split).ToArray();
    }

    private static string[] Split(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
