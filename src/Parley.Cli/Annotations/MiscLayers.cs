using System.Globalization;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Cli.Annotations;

/// <summary>What a document's MISC attributes hold beside offsets: mentions, names, quotations and times.</summary>
internal sealed class MiscLayers
{
    /// <summary>What the fields of <c>Entity</c> are, as CorefUD wants it told at the head of a document.</summary>
    public const string EntityFields = "GRP-etype-head-other";

    private readonly Brackets _entities, _names, _quotations, _times;

    public MiscLayers(Document document)
    {
        _entities = Brackets.Of(document, Entities(document));
        _names = Brackets.Of(document, document.Names.Select(static (name, index) =>
            (name.Span, Number('n', index), Words.Kind(name.Kind))));
        _quotations = Brackets.Of(document, document.Quotations.Select(static (quotation, index) =>
            (quotation.Span, Number('q', index), $"{(quotation.HoldsClause ? "clause" : "words")}{(quotation.IsClosed ? "" : ",closed:no")}")));
        _times = Brackets.Of(document, document.Times.Select(static (time, index) => (time.Span, Number('t', index), Fields(time))));
    }

    /// <summary>A token's attributes in the order of their names, which CoNLL-U's readers expect; <c>_</c> for none.</summary>
    /// <param name="token">The token.</param>
    /// <param name="span">Where the surface word stands that its offsets are written for; null where another line has them.</param>
    public string Of(Token token, Span? span) => Join(
        ("End", Offset(span?.End)), ("Entity", _entities.At(token)), ("Name", _names.At(token)), ("Quote", _quotations.At(token)),
        ("SpaceAfter", span is { } known ? SpaceAfter(token.Document, known) : null), ("Start", Offset(span?.Start)),
        ("Time", _times.At(token)));

    /// <summary>The attributes of a surface word that is several tokens.</summary>
    public static string Of(Document document, Span word) =>
        Join(("End", Offset(word.End)), ("SpaceAfter", SpaceAfter(document, word)), ("Start", Offset(word.Start)));

    private static IEnumerable<(Span Span, string Id, string Fields)> Entities(Document document)
    {
        var kinds = EntityKinds.Of(document);
        var unresolved = document.Mentions.Max(static mention => mention.Entity) ?? -1;
        foreach (var mention in document.Mentions)
        {
            // One that is not resolved is told as an entity of its own, for a reader of CorefUD knows no other, and says so.
            var kind = mention.Entity is { } entity ? kinds.GetValueOrDefault(entity, "") : "";
            yield return (
                mention.Span, Number('e', mention.Entity ?? ++unresolved),
                string.Create(CultureInfo.InvariantCulture,
                    $"{kind}-{HeadPlace(document, mention)}-kind:{Words.Kind(mention.Kind)}{(mention.IsResolved ? "" : ",resolved:no")}"));
        }
    }

    /// <summary>The place of a mention's head among its tokens, from 1: of a name, the token that the rest of it depends on.</summary>
    private static int HeadPlace(Document document, Mention mention)
    {
        var head = document.TokensIn(mention.Head);
        var top = head[0];
        foreach (var token in head)
        {
            if (token.Head is not { } above || above.Index < head[0].Index || above.Index > head[^1].Index)
            {
                top = token;
                break;
            }
        }

        return top.Index - document.TokensIn(mention.Span)[0].Index + 1;
    }

    private static string Fields(TimeExpression time)
    {
        var fields = $"{Words.Code(time.Kind)}-{Brackets.Escape(time.Value ?? "", mayHoldHyphens: true)}";
        if (time.Modifier != TimeModifier.None)
            fields += $",mod:{Words.Code(time.Modifier)}";
        if (time.Quantifier is { } quantifier)
            fields += $",quant:{Brackets.Escape(quantifier)}";
        return time.Frequency is { } frequency ? $"{fields},freq:{Brackets.Escape(frequency)}" : fields;
    }

    private static string Number(char letter, int index) => string.Create(CultureInfo.InvariantCulture, $"{letter}{index + 1}");

    private static string? Offset(int? offset) => offset?.ToString(CultureInfo.InvariantCulture);

    private static string? SpaceAfter(Document document, Span word) =>
        word.End >= document.Text.Length || char.IsWhiteSpace(document.Text[word.End]) ? null : "No";

    private static string Join(params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var joined = "";
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
                joined += $"{(joined.Length > 0 ? "|" : "")}{name}={value}";
        }

        return joined.Length > 0 ? joined : "_";
    }
}
