using AiAttribution.Testing.Files;

namespace AiAttribution.Core.Tests.Text;

/// <summary>No input of a clone, a report or a log can end a run: every reader takes what it gets, or tells what is wrong with it.</summary>
public class FuzzTests
{
    public static TheoryData<string> Formats => [.. FuzzedFormats.Names];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Mutated_bytes_and_escapes_never_throw(string format)
    {
        int share = format == "test assembly" ? 50 : 1;

        Mutation.Run(format, FuzzedFormats.Good(format), bytes => FuzzedFormats.Read(format, bytes), usual: 1000 / share, share);
    }
}
