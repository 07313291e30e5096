using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AiAttribution.CodeFixes;

/// <summary>Mends all diagnostics of a document or a project one after the other, from the last of a document to its first, so that those before keep their places.</summary>
/// <remarks>Never a solution: <c>dotnet format</c> mends only what can be mended in one, and must write no tests by itself.</remarks>
internal sealed class OneByOne(string key, string title, Func<Document, Diagnostic, CancellationToken, Task<Solution>> mend) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        List<(DocumentId Document, Diagnostic Diagnostic)> all = [];
        IEnumerable<Document> documents = context.Scope == FixAllScope.Project ? context.Project.Documents : context.Document is null ? [] : [context.Document];
        foreach (Document document in documents)
        {
            foreach (Diagnostic diagnostic in (await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).OrderByDescending(found => found.Location.SourceSpan.Start))
                all.Add((document.Id, diagnostic));
        }

        return CodeAction.Create(title, cancel => MendAsync(context.Solution, all, cancel), key);
    }

    private async Task<Solution> MendAsync(Solution solution, List<(DocumentId Document, Diagnostic Diagnostic)> all, CancellationToken cancel)
    {
        foreach ((DocumentId document, Diagnostic diagnostic) in all)
            solution = await mend(solution.GetDocument(document)!, diagnostic, cancel).ConfigureAwait(false);
        return solution;
    }
}
