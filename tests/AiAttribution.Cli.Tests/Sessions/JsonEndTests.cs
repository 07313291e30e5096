using System.Text;
using AiAttribution.Cli.Logs;

namespace AiAttribution.Cli.Tests.Sessions;

public class JsonEndTests
{
    [Theory]
    [InlineData("[] ,1", 1)]
    [InlineData("""[{"a":[1,2]},"]"],"x":1""", 16)]
    [InlineData("""{"a":"}"},""", 8)]
    [InlineData("""["\"]",1]""", 8)]
    [InlineData("""["\\"],""", 5)]
    public void End_of_a_value_is_found_whatever_its_texts_hold(string json, int end) => Assert.Equal(end, JsonEnd.Of(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("""[{"a":1}""")]
    [InlineData("""["not closed]""")]
    [InlineData("""["escape at the end\""")]
    public void Value_that_is_cut_off_has_no_end(string json) => Assert.Equal(-1, JsonEnd.Of(Encoding.UTF8.GetBytes(json)));
}
