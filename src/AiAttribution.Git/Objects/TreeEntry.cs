namespace AiAttribution.Git.Objects;

/// <summary>One entry of a tree object.</summary>
/// <param name="Mode">Octal mode as a number: 0x4000 marks a folder, 0x8000 a regular file.</param>
/// <param name="Id">Object the entry points at.</param>
internal readonly record struct TreeEntry(int Mode, ObjectId Id)
{
    private const int TypeMask = 0xF000;

    public bool IsFolder => (Mode & TypeMask) == 0x4000;

    /// <summary>A regular file, executable or not; no symbolic link and no submodule.</summary>
    public bool IsFile => (Mode & TypeMask) == 0x8000;
}
