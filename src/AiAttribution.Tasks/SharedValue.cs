namespace AiAttribution.Tasks;

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
