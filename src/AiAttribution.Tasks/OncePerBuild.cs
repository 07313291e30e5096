using Microsoft.Build.Framework;

namespace AiAttribution.Tasks;

/// <summary>What the projects of one build share: values in the memory of the MSBuild node, and who speaks first.</summary>
/// <param name="engine">Engine of the running task.</param>
/// <remarks>
/// Keys carry a type of this very assembly: two versions of the package may run in one node, each in a load context of its own,
/// and one must never be handed the other's objects.
/// </remarks>
internal sealed class OncePerBuild(IBuildEngine4 engine)
{
    /// <summary>The value of <paramref name="key"/>; <paramref name="make"/> runs at most once, and its exception is kept like a value.</summary>
    public T Share<T>(string key, Func<T> make)
        where T : class
    {
        object id = Tuple.Create(typeof(OncePerBuild), typeof(T), key);
        // Registration keeps the first object and drops later ones, so the winner has to be read back.
        if (engine.GetRegisteredTaskObject(id, RegisteredTaskObjectLifetime.Build) is null)
            engine.RegisterTaskObject(id, new SharedValue<T>(make), RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        var shared = (SharedValue<T>?)engine.GetRegisteredTaskObject(id, RegisteredTaskObjectLifetime.Build);
        return shared is null ? make() : shared.Value;
    }

    /// <summary>True for the first caller with this <paramref name="key"/> in all nodes of the build.</summary>
    public bool IsFirst(string key)
    {
        BuildClaim? mine = null;
        BuildClaim first = Share(key, () => mine = new BuildClaim(key));
        return ReferenceEquals(first, mine) && first.IsTaken;
    }

    /// <summary>True for the first caller with this <paramref name="key"/> in this node.</summary>
    public bool IsFirstInNode(string key)
    {
        object mine = new();
        return ReferenceEquals(Share(key, () => mine), mine);
    }
}

/// <summary>A value that is made when it is first asked for. MSBuild disposes it at the end of the build.</summary>
internal sealed class SharedValue<T>(Func<T> make) : IDisposable
    where T : class
{
    private readonly Lazy<T> _value = new(make);

    public T Value => _value.Value;

    public void Dispose()
    {
        if (_value.IsValueCreated && _value.Value is IDisposable disposable)
            disposable.Dispose();
    }
}
