using Parley.Reports;

namespace Parley.Language.Quotations;

/// <summary>
/// Words between quotation marks: a whole speech or a few words of one. Where a quotation runs over paragraphs, each of which opens
/// with a mark and only the last closes, it is one quotation with a part a paragraph.
/// </summary>
public readonly record struct Quotation
{
    internal Quotation(Span span, ImmutableArray<Span> parts, int? parent, int depth, bool isClosed, int wordCount, bool holdsClause)
    {
        Span = span;
        Parts = parts;
        Parent = parent;
        Depth = depth;
        IsClosed = isClosed;
        WordCount = wordCount;
        HoldsClause = holdsClause;
    }

    /// <summary>From its first mark to its last, marks included; of one that is not closed, to its last character.</summary>
    public Span Span { get; }

    /// <summary>What is quoted, without the marks and the space beside them: one span a paragraph, at least one.</summary>
    public ImmutableArray<Span> Parts { get; }

    /// <summary>The quotation that it stands in, as an index into <see cref="Document.Quotations"/>; null where it stands in none.</summary>
    public int? Parent { get; }

    /// <summary>How many quotations it stands in.</summary>
    public int Depth { get; }

    /// <summary>
    /// Whether its closing mark was found. One that lacks it ends before the next that opens, with the one around it, or with its
    /// paragraph, so its end is a guess.
    /// </summary>
    public bool IsClosed { get; }

    /// <summary>How many words are quoted, those of quotations within included; marks do not count.</summary>
    public int WordCount { get; }

    /// <summary>
    /// Whether a clause is quoted: a finite verb with its subject, or a command. Without one it is a phrase lifted from a speech, or a
    /// word that the writer keeps at arm's length: <c>a “clear reading of the room”</c>.
    /// </summary>
    public bool HoldsClause { get; }

    /// <summary>Whether <paramref name="span"/> lies within one of the <see cref="Parts"/>.</summary>
    public bool Quotes(Span span)
    {
        foreach (var part in Parts)
        {
            if (part.Contains(span))
                return true;
        }

        return false;
    }
}
