using AiAttribution.Tasks.Tests.Fixtures;

namespace AiAttribution.Tasks.Tests;

public class OncePerBuildTests
{
    [Fact]
    public void Tasks_of_one_build_share_a_value_that_is_made_once()
    {
        var engine = new RecordingEngine();
        int made = 0;

        object[] values = [.. Enumerable.Range(0, 20).AsParallel().Select(_ => new OncePerBuild(engine).Share("scan", () =>
        {
            Interlocked.Increment(ref made);
            return new object();
        }))];

        Assert.Equal(1, made);
        Assert.All(values, value => Assert.Same(values[0], value));
    }

    [Fact]
    public void Another_key_has_another_value()
    {
        var build = new OncePerBuild(new RecordingEngine());

        Assert.NotSame(build.Share("one", () => new object()), build.Share("two", () => new object()));
    }

    [Fact]
    public void Failure_is_shared_like_a_value()
    {
        var build = new OncePerBuild(new RecordingEngine());
        int tries = 0;
        object Fail()
        {
            tries++;
            throw new InvalidOperationException();
        }

        Assert.Throws<InvalidOperationException>(() => build.Share("scan", Fail));
        Assert.Throws<InvalidOperationException>(() => build.Share("scan", Fail));

        Assert.Equal(1, tries);
    }

    [Fact]
    public void Value_is_disposed_with_the_build()
    {
        var engine = new RecordingEngine();
        using var stream = new MemoryStream();
        new OncePerBuild(engine).Share("stream", () => stream);

        engine.EndBuild();

        Assert.False(stream.CanRead);
    }

    [Fact]
    public void Only_the_first_asker_is_first_until_the_next_build()
    {
        var engine = new RecordingEngine();
        string key = Guid.NewGuid().ToString();

        Assert.True(new OncePerBuild(engine).IsFirst(key));
        Assert.False(new OncePerBuild(engine).IsFirst(key));
        engine.EndBuild();
        Assert.True(new OncePerBuild(engine).IsFirst(key));
        engine.EndBuild();
    }

    [Fact]
    public void Another_node_of_the_build_is_not_first()
    {
        var node = new RecordingEngine();
        var other = new RecordingEngine();
        string key = Guid.NewGuid().ToString();

        Assert.True(new OncePerBuild(node).IsFirst(key));
        Assert.False(new OncePerBuild(other).IsFirst(key));
        node.EndBuild();
        other.EndBuild();
        Assert.True(new OncePerBuild(other).IsFirst(key));
        other.EndBuild();
    }

    [Fact]
    public void Claim_is_seen_by_others_until_the_build_ends_and_asking_takes_nothing()
    {
        var node = new RecordingEngine();
        string key = Guid.NewGuid().ToString();

        Assert.False(BuildClaim.IsHeld(key));
        Assert.True(new OncePerBuild(node).IsFirst(key));
        Assert.True(BuildClaim.IsHeld(key));
        Assert.True(BuildClaim.IsHeld(key));
        node.EndBuild();
        Assert.False(BuildClaim.IsHeld(key));
    }
}
