using System.Collections.Frozen;
using Parley.Language;
using Parley.Reports;
using Parley.Reports.Data;
using Parley.Resolution;
using Parley.Resolution.Actors;

namespace Parley.Findings.Statements;

/// <summary>Finds the outlet through which a statement came, other than the one that publishes it: whom its source told, or who carried it.</summary>
internal sealed class RelayReader(Document document, ResolvedDocument resolved, string? outlet)
{
    /// <summary>In characters from the report's beginning.</summary>
    private const int LongestDateline = 120;

    private static readonly FrozenSet<string> s_outlets = WordList.Words(typeof(RelayReader).Assembly, "Statements.outlets.tsv", comparer: StringComparer.OrdinalIgnoreCase);

    /// <summary>The tokens of the outlet's name; null where the sentence names none but the one that publishes it.</summary>
    public Range? Read(Attribution found)
    {
        var cue = document.Tokens[found.Head];
        foreach (var child in cue.Children)
        {
            var isTold = child.IsRelated("obj") || child.IsRelated("iobj");
            if (child.Index < cue.Index || !(isTold || (child.IsRelated("obl") && child.Child("case") is { } to && (to.Is("to") || to.Is("by")))))
                continue;
            var extent = SourceFinder.Extent(child);
            if (!found.Content.Any(piece => piece.Start.Value < extent.End.Value && extent.Start.Value < piece.End.Value) && IsOutlet(child, extent, isTold))
                return extent;
        }

        return null;
    }

    private bool IsOutlet(Token noun, Range extent, bool isTold)
    {
        if (document.Tokens[extent.Start.Value].Text is "this" or "our")
            return false;
        if (s_outlets.Contains(noun.Lemma))
            return true;
        var span = new Span(document.Tokens[extent.Start.Value].Span.Start, document.Tokens[extent.End.Value - 1].Span.End);
        if (noun.Upos != UniversalTag.Propn || document.Times.Any(time => time.Span.Start <= noun.Span.Start && time.Span.End >= noun.Span.End) || IsOwn(span))
            return false;
        var actor = resolved.Of(span, acts: true).Actor;
        return actor is { Kind: ActorKind.Outlet } || (isTold && actor is null && noun.Document.Tokens[extent.End.Value - 1].Upos == UniversalTag.Propn);
    }

    /// <summary>Whether it is the outlet that publishes the report, in full or by its letters, or the one that the dateline names.</summary>
    private bool IsOwn(Span span)
    {
        var name = Bare(document.Text.AsSpan(span.Start, span.Length));
        if (outlet is { Length: > 0 } && (Bare(outlet).Equals(name, StringComparison.OrdinalIgnoreCase) || Initials(outlet).Equals(name, StringComparison.OrdinalIgnoreCase)))
            return true;
        return document.Text.AsSpan(0, Math.Min(document.Text.Length, LongestDateline)).Contains($"({name})", StringComparison.OrdinalIgnoreCase);
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name) => name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;

    private static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => !word.Equals("the", StringComparison.OrdinalIgnoreCase)).Select(static word => word[0]));
}
