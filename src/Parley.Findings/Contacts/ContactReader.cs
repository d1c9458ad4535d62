using System.Globalization;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Contacts;

/// <summary>
/// Reads which sides were in touch, were not, or will be. Each pair of words of a sentence that stand for two sides is weighed by trained models over the
/// tree between them. A report that is about no armed conflict has none. Safe for many threads; linear in the text.
/// </summary>
public static class ContactReader
{
    /// <summary>What is taken off the score of no contact: most pairs of sides in a sentence are none, so the model speaks too seldom.</summary>
    private const float Readily = 1.0f;

    /// <summary>The contacts, in the order of the text; one told twice is one.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    public static ImmutableArray<Contact> Read(Document document, ResolvedDocument resolved)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        return resolved.Conflict.Parties.IsEmpty ? [] : Read(document, resolved, ContactModel.BuiltIn);
    }

    internal static ImmutableArray<Contact> Read(Document document, ResolvedDocument resolved, ContactModel model)
    {
        var best = new Dictionary<(string, string, ContactStatus), (float Margin, Contact Contact)>();
        var features = new ContactFeatures(resolved);
        Span<float> scores = stackalloc float[ContactModel.Statuses];
        Span<float> means = stackalloc float[ContactModel.AllMeans];
        foreach (var (first, second, sides) in Pairs(document, resolved))
        {
            if (!features.Fill(first, second, sides))
                continue;
            model.Status.Score(features.Values, scores);
            scores[0] -= Readily;
            var status = (ContactStatus)LinearWeights.Highest(scores);
            if (status == ContactStatus.None)
                continue;
            model.Means.Score(features.Values, means);
            var margin = scores[(int)status] - scores[0];
            var key = string.CompareOrdinal(first.Side, second.Side) < 0 ? (first.Side, second.Side, status) : (second.Side, first.Side, status);
            if (best.TryGetValue(key, out var before) && before.Margin >= margin)
                continue;
            best[key] = (margin, new Contact
            {
                Id = "",
                Confidence = 1 / (1 + Math.Exp(-margin)),
                From = first.Side,
                To = second.Side,
                Means = (ContactMeans)LinearWeights.Highest(means),
                Happened = status == ContactStatus.Happened,
                Planned = status == ContactStatus.Planned,
                Evidence = Citation.Of(document.Text, Evidence(first.Token, second.Token)),
            });
        }

        return [.. best.Values.Select(static own => own.Contact).OrderBy(static own => own.Evidence.Start).ThenBy(static own => own.From, StringComparer.Ordinal).ThenBy(static own => own.To, StringComparer.Ordinal)
            .Select(static (own, i) => own with { Id = string.Create(CultureInfo.InvariantCulture, $"c{i + 1}") })];
    }

    /// <summary>Each two words of a sentence that stand for different sides, and how many sides it names.</summary>
    internal static IEnumerable<(SideMention First, SideMention Second, int Sides)> Pairs(Document document, ResolvedDocument resolved)
    {
        foreach (var sentence in document.Sentences)
        {
            if (sentence.TokenCount > TreeFeatures.LongestSentence)
                continue;
            var mentions = SideMentions.In(sentence, resolved);
            var sides = mentions.Select(static own => own.Side).Distinct(StringComparer.Ordinal).Count();
            for (var i = 0; i < mentions.Count; i++)
            {
                for (var j = i + 1; j < mentions.Count; j++)
                {
                    if (mentions[i].Side != mentions[j].Side)
                        yield return (mentions[i], mentions[j], sides);
                }
            }
        }
    }

    private static Span Evidence(Token first, Token second)
    {
        var top = TreePath.Between(first, second)?.Top.Span ?? first.Span;
        return new Span(Math.Min(first.Span.Start, top.Start), Math.Max(second.Span.End, top.End));
    }
}
