using System.Globalization;
using NodaTime;
using Parley.Findings.Statements;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Reports;
using Parley.Resolution;

namespace Parley.Findings.Scheduled;

/// <summary>
/// Reads dated things still to come: sessions, deadlines, votes, expiries, arrivals. Each time that does not lie before the report's day is weighed by
/// a trained model over the tree. Safe for many threads; linear in the text.
/// </summary>
public static class ScheduledReader
{
    /// <summary>What is to come, in the order of the text; one told twice is one. Nothing where the report's day is not known.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    /// <param name="published">The report's day.</param>
    public static ImmutableArray<Reports.Findings.Scheduled> Read(Document document, ResolvedDocument resolved, LocalDate? published)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        return published is { } day ? Read(document, resolved, day, ScheduledModel.BuiltIn) : [];
    }

    internal static ImmutableArray<Reports.Findings.Scheduled> Read(Document document, ResolvedDocument resolved, LocalDate published, ScheduledModel model)
    {
        var found = ImmutableArray.CreateBuilder<Reports.Findings.Scheduled>();
        var reader = new AppointmentReader(document, published);
        var seen = new HashSet<(PartialRange, int)>();
        foreach (var own in reader.Read())
        {
            var score = model.Comes.Score(reader.Features(own));
            if (score <= 0)
                continue;
            var governor = own.Governor;
            if (!seen.Add((own.Date, governor.Index)))
                continue;
            found.Add(new Reports.Findings.Scheduled
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"d{found.Count + 1}"),
                Confidence = 1 / (1 + Math.Exp(-score)),
                What = What(governor),
                Who = Who(governor, resolved),
                Date = own.Date,
                Evidence = Citation.Of(document.Text, Evidence(own, governor)),
            });
        }

        return found.ToImmutable();
    }

    /// <summary>The noun that names it, with what belongs to it; else the deed.</summary>
    private static string What(Token governor)
    {
        var noun = governor.Upos == UniversalTag.Noun ? governor : governor.Child("nsubj") is { Upos: UniversalTag.Noun } subject ? subject : governor.Child("obj") is { Upos: UniversalTag.Noun } thing ? thing : (Token?)null;
        if (noun is not { } named)
            return governor.Lemma;
        var extent = SourceFinder.Extent(named);
        var document = named.Document;
        return document.Text[document.Tokens[extent.Start.Value].Span.Start..document.Tokens[extent.End.Value - 1].Span.End];
    }

    private static ImmutableArray<string> Who(Token governor, ResolvedDocument resolved)
    {
        var who = new List<string>();
        foreach (var child in governor.Children)
        {
            if ((child.IsRelated("nsubj") || child.IsRelated("obj") || child.IsRelated("obl") || child.IsRelated("nmod")) && child.Upos is UniversalTag.Noun or UniversalTag.Propn or UniversalTag.Pron)
                Add(child);
        }

        return [.. who];

        void Add(Token token)
        {
            if (resolved.SpeaksFor(token) is { } side && !who.Contains(side, StringComparer.Ordinal))
                who.Add(side);
            foreach (var child in token.Children)
            {
                if (child.IsRelated("conj"))
                    Add(child);
            }
        }
    }

    /// <summary>From the first to the last of the time, what it hangs on, and who does it.</summary>
    private static Span Evidence(in Appointment own, Token governor)
    {
        var time = own.Head.Sentence.SubtreeSpan(own.Head);
        var (start, end) = (Math.Min(time.Start, governor.Span.Start), Math.Max(time.End, governor.Span.End));
        foreach (var child in governor.Children)
        {
            if (!child.IsRelated("nsubj") && !child.IsRelated("obj") && child.Upos != UniversalTag.Aux)
                continue;
            var span = child.Sentence.SubtreeSpan(child);
            (start, end) = (Math.Min(start, span.Start), Math.Max(end, span.End));
        }

        return SideMentions.WithoutMarks(own.Head.Document.Text, start, end);
    }
}
