using AiAttribution.Core.Text;
using Microsoft.CodeAnalysis.Text;

namespace AiAttribution.Analyzers;

/// <summary>Reads the lines of a compiler's buffer without making a string of it.</summary>
internal static class SourceTextLines
{
    public static TextLines Read(SourceText text, CancellationToken cancel)
    {
        LineScanner scanner = new();
        char[] buffer = new char[LineScanner.BufferSize];
        for (int start = 0; start < text.Length; start += buffer.Length)
        {
            cancel.ThrowIfCancellationRequested();
            int count = Math.Min(buffer.Length, text.Length - start);
            text.CopyTo(start, buffer, 0, count);
            scanner.Add(buffer, count);
        }

        return scanner.Finish();
    }
}
