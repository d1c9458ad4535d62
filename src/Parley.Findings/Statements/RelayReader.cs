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

    private static readonly FrozenSet<string> s_outlets = Words("outlet"), s_carries = Words("carries");

    /// <summary>The tokens of the outlet's name; null where the sentence names none but the one that publishes it.</summary>
    public Range? Read(Attribution found)
    {
        var cue = document.Tokens[found.Head];
        if (Quoting(found, cue) is { } quoting)
            return quoting;
        foreach (var child in cue.Children)
        {
            if (child.Index < cue.Index)
                continue;
            var isTold = child.IsRelated("obj") || child.IsRelated("iobj");
            var extent = SourceFinder.Extent(child);
            if (IsSaid(found, extent))
                continue;
            if ((isTold || (child.IsRelated("obl") && child.Child("case") is { } to && (to.Is("to") || to.Is("by")))) && IsOutlet(child, extent, isTold))
                return extent;
            if (child.IsRelated("obl") && s_outlets.Contains(child.Lemma) && IsOutlet(child, extent, isTold: false))
                return extent;
        }

        return Carrier(found, cue.Sentence);
    }

    /// <summary><c>the agency quoted him as saying</c>: it carries what its object says.</summary>
    private Range? Quoting(Attribution found, Token cue)
    {
        var verb = s_carries.Contains(cue.Lemma) ? cue : cue.Head is { } head && s_carries.Contains(head.Lemma) ? head : (Token?)null;
        if (verb is not { } quotes || found.Source is not { } source || quotes.Child("nsubj") is not { } outlet || quotes.Child("obj") is not { } quoted
            || quoted.Index < source.Start.Value || quoted.Index >= source.End.Value)
        {
            return null;
        }

        var extent = SourceFinder.Extent(outlet);
        return IsOutlet(outlet, extent, isTold: false) ? extent : null;
    }

    /// <summary><c>in remarks carried by the agency</c>, <c>asked by the agency whether …, he said</c></summary>
    private Range? Carrier(Attribution found, Sentence sentence)
    {
        foreach (var token in sentence.Tokens)
        {
            if (token.Upos != UniversalTag.Verb || !s_carries.Contains(token.Lemma) || (SourceFinder.Agent(token) ?? Channel(token)) is not { } agent)
                continue;
            var extent = SourceFinder.Extent(agent);
            if (!IsSaid(found, extent) && !(found.Source is { } source && source.Start.Value < extent.End.Value && extent.Start.Value < source.End.Value) && IsOutlet(agent, extent, isTold: false))
                return extent;
        }

        return null;
    }

    /// <summary>The outlet on or in which something is carried: <c>remarks shown on state television</c>.</summary>
    private static Token? Channel(Token verb)
    {
        foreach (var child in verb.Children)
        {
            if (child.IsRelated("obl") && s_outlets.Contains(child.Lemma))
                return child;
        }

        return null;
    }

    private static bool IsSaid(Attribution found, Range extent) => found.Content.Any(piece => piece.Start.Value < extent.End.Value && extent.Start.Value < piece.End.Value);

    private bool IsOutlet(Token noun, Range extent, bool isTold)
    {
        var span = new Span(document.Tokens[extent.Start.Value].Span.Start, document.Tokens[extent.End.Value - 1].Span.End);
        if (document.Tokens[extent.Start.Value].Text is "this" or "our" || IsOwn(span))
            return false;
        for (var i = extent.Start.Value; i < extent.End.Value; i++)
        {
            if (s_outlets.Contains(document.Tokens[i].Lemma))
                return true;
        }

        if (noun.Upos != UniversalTag.Propn || document.Times.Any(time => time.Span.Start <= noun.Span.Start && time.Span.End >= noun.Span.End))
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

    private static FrozenSet<string> Words(string kind) =>
        WordList.Words(typeof(RelayReader).Assembly, "Statements.outlets.tsv", kind, StringComparer.OrdinalIgnoreCase);
}
