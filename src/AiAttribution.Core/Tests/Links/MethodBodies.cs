using System.Reflection.Metadata;

namespace AiAttribution.Core.Tests.Links;

/// <summary>What methods do, their lambdas, local functions and state machines taken as parts of them.</summary>
internal sealed class MethodBodies(MethodResolver resolver)
{
    private readonly Dictionary<MethodId, MethodBody> _bodies = [];

    public MethodBody Of(MethodId method)
    {
        if (!_bodies.TryGetValue(method, out MethodBody? body))
            _bodies[method] = body = Read(method);
        return body;
    }

    private MethodBody Read(MethodId method)
    {
        var parts = new HashSet<MethodId> { method };
        var calls = new HashSet<MethodId>();
        var created = new HashSet<TypeId>();
        var pending = new Queue<MethodId>([method]);
        while (pending.TryDequeue(out MethodId part))
        {
            if (MoveNext(part) is { } next && parts.Add(next))
                pending.Enqueue(next);
            foreach ((EntityHandle handle, bool isNew) in part.Assembly.Body(part.Handle) is { } il ? CallReader.Calls(il) : [])
            {
                if (resolver.Resolve(part.Assembly, handle) is not { } called)
                    continue;
                if (isNew)
                    created.Add(called.Type);
                if (!called.IsGenerated)
                    calls.Add(called);
                else if (called.Assembly == method.Assembly && parts.Add(called))
                    pending.Enqueue(called);
            }
        }

        return new MethodBody(parts, calls, created);
    }

    /// <summary>The body of an async method or iterator: <c>MoveNext</c> of the type that its attribute names.</summary>
    private static MethodId? MoveNext(MethodId method)
    {
        MetadataReader reader = method.Assembly.Reader;
        foreach (CustomAttribute attribute in method.Definition.GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (AttributeNames.Of(reader, attribute) is not { } name || !name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
                continue;
            BlobReader value = reader.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            string? machine = value.ReadSerializedString()?.Split(',')[0].Replace("\\", "", StringComparison.Ordinal);
            if (machine is not null && method.Assembly.Types.TryGetValue(machine, out TypeDefinitionHandle type))
                return new TypeId(method.Assembly, type).Methods.Where(m => m.Name == "MoveNext").Select(m => (MethodId?)m).FirstOrDefault();
        }

        return null;
    }
}

/// <summary>What one method does.</summary>
/// <param name="Parts">The method and everything the compiler made of its text.</param>
/// <param name="Calls">Methods that it calls.</param>
/// <param name="Created">Types that it creates.</param>
internal sealed record MethodBody(IReadOnlySet<MethodId> Parts, IReadOnlySet<MethodId> Calls, IReadOnlySet<TypeId> Created);
