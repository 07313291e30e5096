using Xunit;

namespace AiAttribution.Testing.Files;

/// <summary>A theory about what Windows has not.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no file modes";
    }
}
