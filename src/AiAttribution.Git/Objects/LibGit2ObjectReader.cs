using System.Runtime.InteropServices;
using System.Text;
using AiAttribution.Git.Repositories;

namespace AiAttribution.Git.Objects;

/// <summary>
/// Reads raw objects through the object database of the libgit2 that LibGit2Sharp has loaded. LibGit2Sharp has no call that gives an object's bytes,
/// and its trees cost a call and an allocation an entry, which is most of the time of a walk.
/// </summary>
internal sealed unsafe class LibGit2ObjectReader : IObjectReader
{
    private const int NotFound = -3;

    private readonly nint _database;
    private readonly delegate* unmanaged[Cdecl]<nint*, nint, byte*, int> _read;
    private readonly delegate* unmanaged[Cdecl]<nint, nint> _data;
    private readonly delegate* unmanaged[Cdecl]<nint, nuint> _size;
    private readonly delegate* unmanaged[Cdecl]<nint, void> _freeObject;
    private bool _disposed;

    /// <summary>Opens the object database of a repository.</summary>
    /// <param name="commonDirectory">The repository's common git directory.</param>
    public LibGit2ObjectReader(string commonDirectory)
    {
        nint library = BundledLibGit2.Handle;
        _read = (delegate* unmanaged[Cdecl]<nint*, nint, byte*, int>)NativeLibrary.GetExport(library, "git_odb_read");
        _data = (delegate* unmanaged[Cdecl]<nint, nint>)NativeLibrary.GetExport(library, "git_odb_object_data");
        _size = (delegate* unmanaged[Cdecl]<nint, nuint>)NativeLibrary.GetExport(library, "git_odb_object_size");
        _freeObject = (delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(library, "git_odb_object_free");

        // As git itself reads: what is packed has checksums, and hashing every object again takes a quarter of a walk.
        LibGit2Sharp.GlobalSettings.SetStrictHashVerification(false);

        // LibGit2Sharp initialises the library in its own static constructor; a second initialisation only counts up.
        ((delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(library, "git_libgit2_init"))();
        var open = (delegate* unmanaged[Cdecl]<nint*, byte*, int>)NativeLibrary.GetExport(library, "git_odb_open");
        string objects = Path.Combine(commonDirectory, "objects");
        nint database;
        int result;
        fixed (byte* path = Encoding.UTF8.GetBytes(objects + "\0"))
            result = open(&database, path);
        if (result != 0)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"the object database cannot be opened (libgit2 error {result})", "git fsck");
        _database = database;
    }

    public int IdLength => ObjectId.Sha1Length;

    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        nint handle;
        int result;
        fixed (byte* bytes = id.Span)
            result = _read(&handle, _database, bytes);
        if (result == NotFound)
            return null;
        if (result != 0)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"object {id.ToHex(IdLength)} cannot be read (libgit2 error {result})", "git fsck");
        try
        {
            nuint size = _size(handle);
            return size > (nuint)Math.Min(maxBytes, Array.MaxLength) ? null : new ReadOnlySpan<byte>((void*)_data(handle), (int)size).ToArray();
        }
        finally
        {
            _freeObject(handle);
        }
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        ((delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(BundledLibGit2.Handle, "git_odb_free"))(_database);
    }
}
