using System.Runtime.InteropServices;
using System.Text;
using AiAttribution.Git.Repositories;
using AiAttribution.Git.Storage;

namespace AiAttribution.Git.Objects;

/// <summary>
/// Reads raw objects: those in packs through an object database of the libgit2 that LibGit2Sharp has loaded, loose ones through <see cref="LooseObjects"/>.
/// LibGit2Sharp has no call that gives an object's bytes, and its trees cost a call and an allocation an entry, which is most of the time of a walk.
/// </summary>
internal sealed unsafe class LibGit2ObjectReader : IObjectReader
{
    private const int NotFound = -3;
    private const int Priority = 1;

    private readonly CheckedPacks _packs;
    private readonly LooseObjects _loose;
    private readonly HashSet<string> _added = new(StringComparer.Ordinal);
    private readonly nint _database;
    private readonly delegate* unmanaged[Cdecl]<nint*, nint, byte*, int> _read;
    private readonly delegate* unmanaged[Cdecl]<nuint*, int*, nint, byte*, int> _readHeader;
    private readonly delegate* unmanaged[Cdecl]<nint, nint> _data;
    private readonly delegate* unmanaged[Cdecl]<nint, nuint> _size;
    private readonly delegate* unmanaged[Cdecl]<nint, void> _freeObject;
    private bool _disposed;

    /// <summary>Opens the objects of a repository.</summary>
    /// <param name="packs">Its packs. Each is given to libgit2 by itself, because a whole folder would make it look for new ones unchecked.</param>
    /// <param name="loose">Its loose objects.</param>
    public LibGit2ObjectReader(CheckedPacks packs, LooseObjects loose)
    {
        (_packs, _loose) = (packs, loose);
        nint library = BundledLibGit2.Handle;
        _read = (delegate* unmanaged[Cdecl]<nint*, nint, byte*, int>)NativeLibrary.GetExport(library, "git_odb_read");
        _readHeader = (delegate* unmanaged[Cdecl]<nuint*, int*, nint, byte*, int>)NativeLibrary.GetExport(library, "git_odb_read_header");
        _data = (delegate* unmanaged[Cdecl]<nint, nint>)NativeLibrary.GetExport(library, "git_odb_object_data");
        _size = (delegate* unmanaged[Cdecl]<nint, nuint>)NativeLibrary.GetExport(library, "git_odb_object_size");
        _freeObject = (delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(library, "git_odb_object_free");

        // As git itself reads: what is packed has checksums, and hashing every object again takes a quarter of a walk.
        LibGit2Sharp.GlobalSettings.SetStrictHashVerification(false);

        // LibGit2Sharp initialises the library in its own static constructor; a second initialisation only counts up.
        ((delegate* unmanaged[Cdecl]<int>)NativeLibrary.GetExport(library, "git_libgit2_init"))();
        nint database;
        Require(((delegate* unmanaged[Cdecl]<nint*, int>)NativeLibrary.GetExport(library, "git_odb_new"))(&database));
        _database = database;
        AddPacks();
    }

    public int IdLength => ObjectId.Sha1Length;

    public byte[]? Read(ObjectId id, int maxBytes = int.MaxValue)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_loose.Find(id, afresh: false) is { } file)
            return ReadLoose(file, id, maxBytes);
        if (ReadPacked(id, maxBytes, out byte[]? content) || (AddPacks() && ReadPacked(id, maxBytes, out content)))
            return content;
        return _loose.Find(id, afresh: true) is { } late ? LooseObjects.Read(late, maxBytes)?.Content : null;
    }

    public bool Has(ObjectId id)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _loose.Find(id, afresh: true) is not null || IsPacked(id);
    }

    private bool IsPacked(ObjectId id)
    {
        nuint length;
        int type;
        fixed (byte* bytes = id.Span)
            return _readHeader(&length, &type, _database, bytes) == 0;
    }

    /// <summary>Content of a loose object; a pack may hold what its damaged file does not.</summary>
    private byte[]? ReadLoose(string file, ObjectId id, int maxBytes)
    {
        try
        {
            return LooseObjects.Read(file, maxBytes)?.Content;
        }
        catch (RepositoryException) when (ReadPacked(id, maxBytes, out byte[]? packed))
        {
            return packed;
        }
    }

    /// <summary>False when no pack has the object; the content is null when it is too large. Its size is read before it is inflated.</summary>
    private bool ReadPacked(ObjectId id, int maxBytes, out byte[]? content)
    {
        content = null;
        nint handle;
        fixed (byte* bytes = id.Span)
        {
            nuint length;
            int type;
            int known = _readHeader(&length, &type, _database, bytes);
            if (known == NotFound)
                return false;
            Require(known, id);
            if (length > (nuint)Math.Min(maxBytes, Array.MaxLength))
                return true;
            Require(_read(&handle, _database, bytes), id);
        }

        try
        {
            content = new ReadOnlySpan<byte>((void*)_data(handle), checked((int)_size(handle))).ToArray();
            return true;
        }
        finally
        {
            _freeObject(handle);
        }
    }

    /// <summary>Makes packs known that were not; true when there were any.</summary>
    private bool AddPacks()
    {
        lock (_added)
        {
            string[] late = [.. _packs.Find().Where(_added.Add)];
            foreach (string index in late)
                Add(index);
            return late.Length > 0;
        }
    }

    private void Add(string index)
    {
        nint library = BundledLibGit2.Handle;
        var open = (delegate* unmanaged[Cdecl]<nint*, byte*, int>)NativeLibrary.GetExport(library, "git_odb_backend_one_pack");
        var add = (delegate* unmanaged[Cdecl]<nint, nint, int, int>)NativeLibrary.GetExport(library, "git_odb_add_backend");
        nint pack;
        fixed (byte* path = Encoding.UTF8.GetBytes(index + "\0"))
        {
            int opened = open(&pack, path);
            // git packed again since it was listed, and what it held is elsewhere now.
            if (opened != 0 && !File.Exists(index))
                return;
            Require(opened);
        }

        Require(add(_database, pack, Priority));
    }

    private static void Require(int result, ObjectId? id = null)
    {
        if (result != 0)
            throw new RepositoryException(RepositoryProblem.Corrupt, $"{(id is { } known ? $"object {known.ToHex(ObjectId.Sha1Length)}" : "the object database")} cannot be read (libgit2 error {result})", "git fsck");
    }

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        ((delegate* unmanaged[Cdecl]<nint, void>)NativeLibrary.GetExport(BundledLibGit2.Handle, "git_odb_free"))(_database);
    }
}
