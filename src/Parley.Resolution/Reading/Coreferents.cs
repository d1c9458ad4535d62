using System.Runtime.InteropServices;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Reports;

namespace Parley.Resolution.Reading;

/// <summary>The mentions of a document by what they refer to, looked up instead of searched for: a long document has as many look-ups as mentions.</summary>
internal sealed class Coreferents
{
    /// <summary>So many names of one thing tell what it is, and so many nouns before a pronoun.</summary>
    private const int Most = 8;

    private readonly Dictionary<int, int> _byHead = [];
    private readonly Dictionary<Span, int> _bySpan = [];
    private readonly Dictionary<int, List<Mention>> _names = [];
    private readonly Dictionary<int, List<Span>> _nominals = [];

    public Coreferents(Document document)
    {
        foreach (var mention in document.Mentions)
        {
            if (mention.Entity is not { } entity)
                continue;
            _byHead.TryAdd(mention.Head.Start, entity);
            _bySpan.TryAdd(mention.Span, entity);
            if (mention.Kind == MentionKind.Name && (_names.TryGetValue(entity, out var names) || _names.TryAdd(entity, names = [])) && names.Count < Most)
                names.Add(mention);
            else if (mention.Kind == MentionKind.Nominal && (_nominals.TryGetValue(entity, out var nominals) || _nominals.TryAdd(entity, nominals = [])))
                nominals.Add(mention.Span);
        }
    }

    /// <summary>The number of what the mention with this head, or at this span, refers to; null where that is not known.</summary>
    public int? Of(Span span, Token head) => _byHead.TryGetValue(head.Span.Start, out var entity) || _bySpan.TryGetValue(span, out entity) ? entity : null;

    /// <summary>Its first names, in the order of the text.</summary>
    public IReadOnlyList<Mention> Names(int entity) => _names.TryGetValue(entity, out var names) ? names : [];

    /// <summary>The nouns for it that end before <paramref name="start"/>, the nearest first.</summary>
    public IEnumerable<Span> NominalsBefore(int entity, int start)
    {
        if (!_nominals.TryGetValue(entity, out var nominals))
            yield break;
        var before = Bisection.CountBefore(CollectionsMarshal.AsSpan(nominals), start + 1, static span => span.End);
        for (var i = before - 1; i >= 0 && before - i <= Most; i--)
            yield return nominals[i];
    }
}
