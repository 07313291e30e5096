using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using AiAttribution.Core.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace AiAttribution.CodeFixes;

/// <summary>AIA1001, AIA1002: waives the member for a month, in the form that the policy takes. It is a waiver only when a team and a reason are written into it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WaiverFix : CodeFixProvider
{
    private const int Days = 30;

    /// <summary>A lone handle is nobody's team, so the policy refuses it until somebody writes one.</summary>
    private const string NoTeam = "@TEAM";

    /// <summary>The day on which it is written.</summary>
    internal Func<DateTime> Today { get; init; } = () => DateTime.UtcNow;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => [VerdictIds.NeitherTestedNorDeployed, VerdictIds.DeployedUntested];

    /// <summary>A reason is of one member, so there is none for many.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not SyntaxNode root
            || root.FindToken(context.Span.Start).Parent?.FirstAncestorOrSelf<SyntaxNode>(node => node is AccessorDeclarationSyntax or BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax) is not SyntaxNode member)
            return;
        string day = Today().AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (Diagnostic diagnostic in context.Diagnostics)
            context.RegisterCodeFix(CodeAction.Create($"Waive {diagnostic.Id} until {day}: write team and reason", cancel => WaiveAsync(context.Document, root, member, diagnostic.Id, day, cancel), "AiAttribution.Waive" + diagnostic.Id), diagnostic);
    }

    private static async Task<Document> WaiveAsync(Document document, SyntaxNode root, SyntaxNode member, string id, string day, CancellationToken cancel)
    {
        string team = await TeamAsync(document.Project, cancel).ConfigureAwait(false);
        AttributeListSyntax waiver = SyntaxFactory.ParseCompilationUnit($"[global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"AiAttribution\", \"{id}\", Justification = \"{team}: ; until {day}\")] class C;")
            .Members[0].AttributeLists[0].WithoutTrivia().WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        SyntaxNode bare = member.WithLeadingTrivia(member.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1));
        SyntaxNode waived = bare switch
        {
            AccessorDeclarationSyntax accessor => accessor.WithAttributeLists(accessor.AttributeLists.Insert(0, waiver)),
            MemberDeclarationSyntax declared => declared.WithAttributeLists(declared.AttributeLists.Insert(0, waiver)),
            _ => bare,
        };
        return document.WithSyntaxRoot(root.ReplaceNode(member, waived.WithLeadingTrivia(member.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)));
    }

    /// <summary>The team that another waiver of the project names.</summary>
    private static async Task<string> TeamAsync(Project project, CancellationToken cancel)
    {
        foreach (Document document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancel).ConfigureAwait(false) is not SyntaxNode root)
                continue;
            string? team = root.DescendantNodes().OfType<AttributeSyntax>().Where(IsOurs).Select(Team).FirstOrDefault(found => found is not null);
            if (team is not null)
                return team;
        }

        return NoTeam;
    }

    private static bool IsOurs(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments is { Count: > 2 } arguments && arguments[0].Expression is LiteralExpressionSyntax { Token.ValueText: "AiAttribution" };

    private static string? Team(AttributeSyntax attribute)
    {
        string? justification = attribute.ArgumentList!.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == "Justification")?.Expression is LiteralExpressionSyntax literal ? literal.Token.ValueText : null;
        return justification?.IndexOf(':') is > 0 and int colon && justification[0] != '@' ? justification.Substring(0, colon).Trim() : null;
    }
}
