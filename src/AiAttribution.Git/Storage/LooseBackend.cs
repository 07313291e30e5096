using AiAttribution.Git.Repositories;
using LibGit2Sharp;
using ObjectId = LibGit2Sharp.ObjectId;

namespace AiAttribution.Git.Storage;

/// <summary>Lets LibGit2Sharp read loose objects through <see cref="LooseObjects"/>: it is asked before libgit2's own reader, which never comes to the end of a file that was cut off.</summary>
internal sealed class LooseBackend(LooseObjects objects) : OdbBackend
{
    /// <summary>Above those of libgit2, which are 1 and 2.</summary>
    public const int Priority = 5;

    private const int MostBytes = 64 << 20;

    protected override OdbBackendOperations SupportedOperations =>
        OdbBackendOperations.Read | OdbBackendOperations.ReadHeader | OdbBackendOperations.ReadPrefix;

    public override int Read(ObjectId id, out UnmanagedMemoryStream? data, out ObjectType objectType)
    {
        data = null;
        int result = Find(id, out byte[] content, out objectType);
        if (result == (int)ReturnCode.GIT_OK)
            data = AllocateAndBuildFrom(content);
        return result;
    }

    public override int ReadHeader(ObjectId id, out int length, out ObjectType objectType)
    {
        int result = Find(id, out byte[] content, out objectType);
        length = content.Length;
        return result;
    }

    public override int ReadPrefix(string shortSha, out ObjectId? oid, out UnmanagedMemoryStream? data, out ObjectType objectType)
    {
        (oid, data, objectType) = (null, null, default);
        Objects.ObjectId[] found = [.. objects.StartingWith(shortSha).Take(2)];
        if (found.Length != 1)
            return (int)(found.Length == 0 ? ReturnCode.GIT_ENOTFOUND : ReturnCode.GIT_EAMBIGUOUS);
        oid = new ObjectId(found[0].ToHex(Objects.ObjectId.Sha1Length));
        return Read(oid, out data, out objectType);
    }

    public override int Write(ObjectId id, Stream dataStream, long length, ObjectType objectType) => throw new NotSupportedException();

    public override int ReadStream(ObjectId id, out OdbBackendStream stream) => throw new NotSupportedException();

    public override int WriteStream(long length, ObjectType objectType, out OdbBackendStream stream) => throw new NotSupportedException();

    public override bool Exists(ObjectId id) => throw new NotSupportedException();

    public override int ExistsPrefix(string shortSha, out ObjectId found) => throw new NotSupportedException();

    public override int ForEach(ForEachCallback callback) => throw new NotSupportedException();

    // An exception must not cross the native library: a damaged object is an error of it, and then no other reader is asked.
    private int Find(ObjectId id, out byte[] content, out ObjectType type)
    {
        (content, type) = ([], default);
        try
        {
            if (objects.Find(new Objects.ObjectId(id.RawId), afresh: true) is not { } file)
                return (int)ReturnCode.GIT_ENOTFOUND;
            if (LooseObjects.Read(file, MostBytes) is not { } found || !Enum.TryParse(found.Type, ignoreCase: true, out type))
                return -1;
            content = found.Content;
            return (int)ReturnCode.GIT_OK;
        }
        catch (RepositoryException)
        {
            return -1;
        }
    }
}
