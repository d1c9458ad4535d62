using Parley.Language;
using Parley.Reports;
using Parley.Reports.Findings;

namespace Parley.Findings.Statements;

/// <summary>Says within which statement something stands.</summary>
internal sealed class StatementIndex
{
    /// <summary>In characters; no content is so long that another told in it starts farther on.</summary>
    private const int Farthest = 3000;

    private readonly (Span Span, Statement Statement)[] _pieces;

    public StatementIndex(ImmutableArray<Statement> statements) =>
        _pieces = [.. statements.SelectMany(static own => own.Content.Select(piece => (piece.Span, own))).OrderBy(static piece => piece.Span.Start)];

    /// <summary>The statement of the shortest content that holds <paramref name="span"/>; null where none does.</summary>
    public Statement? Narrowest(Span span)
    {
        var before = Bisection.CountBefore(_pieces.AsSpan(), span.Start + 1, static piece => piece.Span.Start);
        (Span Span, Statement Statement)? best = null;
        for (var i = before - 1; i >= 0 && _pieces[i].Span.Start + Farthest > span.Start; i--)
        {
            if (_pieces[i].Span.End >= span.End && (best is null || _pieces[i].Span.Length < best.Value.Span.Length))
                best = _pieces[i];
        }

        return best?.Statement;
    }
}
