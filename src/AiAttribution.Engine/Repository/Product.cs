using System.Reflection;

namespace AiAttribution.Engine.Repository;

/// <summary>What computes the answers.</summary>
internal static class Product
{
    /// <summary>Version without the commit it was built from, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        (typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+')[0];
}
