namespace AiAttribution.Core.Tests.Coverage;

/// <summary>Names of measured assemblies: some reports give a path, some a file name, some neither extension nor folder.</summary>
internal static class ModuleName
{
    /// <summary>The name without folder and without <c>.dll</c> or <c>.exe</c>; null for none.</summary>
    public static string? Of(string? module)
    {
        if (string.IsNullOrWhiteSpace(module))
            return null;
        string file = module[(module.LastIndexOfAny(['/', '\\']) + 1)..];
        return file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? file[..^4] : file;
    }
}
