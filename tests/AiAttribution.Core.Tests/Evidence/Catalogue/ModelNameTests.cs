using AiAttribution.Core.Evidence.Catalogue;

namespace AiAttribution.Core.Tests.Evidence.Catalogue;

public class ModelNameTests
{
    [Theory]
    [InlineData("claude-opus-4-8", "claude-opus-4-8")]
    [InlineData("claude-opus-4.8", "claude-opus-4-8")]
    [InlineData("Claude Opus 4.8", "claude-opus-4-8")]
    [InlineData("Opus 4.8", "claude-opus-4-8")]
    [InlineData("claude-4.5-sonnet-thinking", "claude-sonnet-4-5-thinking")]
    [InlineData("claude-3-5-sonnet-20241022", "claude-sonnet-3-5-20241022")]
    [InlineData("Claude Opus 4.6 (1M context)", "claude-opus-4-6[1m]")]
    [InlineData("claude-opus-5[1m]", "claude-opus-5[1m]")]
    [InlineData("\"gpt-5\"", "gpt-5")]
    [InlineData("openai/gpt-5.4", "gpt-5.4")]
    [InlineData("OpenAI GPT 5.5", "gpt-5.5")]
    [InlineData("accounts/fireworks/models/kimi-k2p5", "kimi-k2p5")]
    [InlineData("syn:large:vision", "syn:large:vision")]
    public void Spellings_of_a_model_become_one(string written, string expected) => Assert.Equal(expected, ModelName.Normalize(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("default")]
    [InlineData("unknown")]
    [InlineData("<synthetic>")]
    [InlineData("Ann <ann@example.com>")]
    [InlineData("a model; it is good")]
    public void Text_that_states_no_model_gives_none(string? written) => Assert.Null(ModelName.Normalize(written));

    [Fact]
    public void Text_too_long_for_a_model_gives_none() => Assert.Null(ModelName.Normalize(new string('a', 65)));
}
