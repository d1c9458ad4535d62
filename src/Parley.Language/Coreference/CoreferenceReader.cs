using System.Runtime.InteropServices;
using Parley.Reports;

namespace Parley.Language.Coreference;

/// <summary>
/// Finds the mentions of a document and which of them corefer, by sieves in the order of how sure they are (Raghunathan et al. 2010;
/// Lee et al. 2013): names, what a sentence itself says is one, then from left to right nouns that take up others and pronouns. It
/// leaves open what is not clear. Needs syntax, names, times and quotations. Time is linear in the text; safe for many threads.
/// </summary>
internal static class CoreferenceReader
{
    /// <summary>The mentions of <paramref name="document"/> in the order of their starts, the longer first.</summary>
    public static ImmutableArray<Mention> Read(Document document) => Read(document, PronounWeights.BuiltIn, null);

    /// <summary>The same with weights of another make; <paramref name="observer"/> is told of each pronoun's candidates.</summary>
    internal static ImmutableArray<Mention> Read(Document document, PronounWeights weights, PronounObserver? observer)
    {
        if (document.Tokens.Count == 0)
            return [];
        using var extents = new Extents(document);
        using var units = new NameUnits(document);
        var finder = new MentionFinder(document, extents, units);
        var drafts = CollectionsMarshal.AsSpan(finder.Find());
        using var index = new DraftIndex(document, drafts);
        using var entities = new Entities(drafts);
        new NameSieve(document, entities).Run(drafts);
        new StructureSieve(document, finder, index, entities).Run(drafts);
        var speakers = new Speakers(document, index).Find(drafts);
        var nominals = new NominalSieve(document, index, entities);
        var pronouns = new PronounSieve(document, index, entities, speakers, weights, observer);
        for (var i = 0; i < drafts.Length; i++)
        {
            if (drafts[i].IsPronoun)
                pronouns.Resolve(drafts, i);
            else
                nominals.Resolve(drafts, i);
            nominals.Note(drafts, i);
            entities.Meet(i);
        }

        return Build(document, drafts, entities);
    }

    private static ImmutableArray<Mention> Build(Document document, ReadOnlySpan<Draft> drafts, Entities entities)
    {
        var places = new int[drafts.Length];
        var numbers = new int[drafts.Length];
        var latest = new int[drafts.Length];
        Array.Fill(numbers, Draft.None);
        Array.Fill(latest, Draft.None);
        var mentions = ImmutableArray.CreateBuilder<Mention>(drafts.Length);
        var count = 0;
        for (var i = 0; i < drafts.Length; i++)
        {
            ref readonly var draft = ref drafts[i];
            var root = entities.Root(i);
            ref readonly var entity = ref entities.Of(i);
            if (draft.IsList && entity.Size == 1)
                continue;
            places[i] = mentions.Count;

            // Pronouns alone make no entity: what they all refer to is not in the text.
            var isKnown = entity.First != Draft.None && !(draft.IsUndecided && entity.Size == 1);
            if (isKnown && numbers[root] == Draft.None)
                numbers[root] = count++;
            int? antecedent = latest[root] == Draft.None || !isKnown ? null
                : draft.Antecedent is var link and not Draft.None && link < i && entities.Root(link) == root ? places[link]
                : latest[root];
            mentions.Add(new Mention(
                SpanOf(document, draft.First, draft.End), SpanOf(document, draft.HeadFirst, draft.HeadEnd), draft.Kind,
                isKnown ? numbers[root] : null, antecedent));
            latest[root] = places[i];
        }

        return mentions.DrainToImmutable();
    }

    private static Span SpanOf(Document document, int first, int end) => new(document.Word(first).Start, document.Word(end - 1).End);
}
