namespace AiAttribution.Testing.Roslyn;

/// <summary>Who runs the analyzer, which decides what is asked of it.</summary>
public enum Host
{
    /// <summary>The compiler: all diagnostics of the compilation.</summary>
    Build,

    /// <summary>An editor with the file open: syntax and semantic diagnostics of that file, as shown while a person types.</summary>
    Editor,
}
