namespace AiAttribution.Tasks.Tests;

public class LogTextTests
{
    [Fact]
    public void Names_in_the_log_of_a_pipeline_are_no_orders() =>
        Assert.Equal("src/# #vso[task.complete]x.cs\n: :warning::x", LogText.Of("src/##vso[task.complete]x.cs\r\n::warning::x", name => name == "TF_BUILD" ? "True" : null));

    [Fact]
    public void Names_are_exact_elsewhere() => Assert.Equal("src/##vso[x]y.cs", LogText.Of("src/##vso[x]y.cs", _ => null));
}
