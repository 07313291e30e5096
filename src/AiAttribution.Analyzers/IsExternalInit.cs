namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit records and init accessors for netstandard2.0.</summary>
internal static class IsExternalInit;
