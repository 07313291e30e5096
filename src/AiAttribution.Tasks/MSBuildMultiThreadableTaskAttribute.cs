namespace AiAttribution.Tasks;

/// <summary>
/// Tells a multithreaded MSBuild (18 and later) that a task may share the process: it uses absolute paths only and no state of the process.
/// MSBuild finds the attribute by name, so older versions, which do not have it, can load the task too.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
