using Xunit;

namespace AiAttribution.Testing.Files;

/// <summary>A fact about file modes, or anything else that Windows has not.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no file modes";
    }
}
