using AiAttribution.Tasks.Tests.Fixtures;

namespace AiAttribution.Tasks.Tests;

public class AnnounceTests
{
    private readonly string _what = $"all of {Guid.NewGuid()}";

    [Fact]
    public void What_one_node_announces_all_others_are_told_until_the_build_ends()
    {
        var node = new RecordingEngine();
        Assert.True(Run(node, asks: false));

        Assert.True(Run(new RecordingEngine(), asks: true));
        node.EndBuild();
        Assert.False(Run(new RecordingEngine(), asks: true));
    }

    [Fact]
    public void Asking_announces_nothing()
    {
        Assert.False(Run(new RecordingEngine(), asks: true));
        Assert.False(Run(new RecordingEngine(), asks: true));
    }

    private bool Run(RecordingEngine engine, bool asks)
    {
        var task = new Announce { BuildEngine = engine, What = _what, Asks = asks };
        Assert.True(task.Execute());
        return task.IsAnnounced;
    }
}
