using System.Globalization;
using Parley.Findings.Trees;
using Parley.Language;
using Parley.Language.Models;
using Parley.Reports;
using Parley.Reports.Findings;
using Parley.Resolution;

namespace Parley.Findings.Positions;

/// <summary>
/// Reads where each party stands on a halt at the report's end. Each word for a party is weighed by a trained model over the tree; the clearest counts, and of
/// two as clear the later. A party's own word stands over another's. Safe for many threads; linear in the text.
/// </summary>
public static class PositionReader
{
    /// <summary>What its own word counts more than another's.</summary>
    private const float OwnWord = 0.5f;

    /// <summary>The positions, one a party, in the order of the text.</summary>
    /// <param name="document">The report's text, analysed.</param>
    /// <param name="resolved">Whom its mentions mean.</param>
    /// <param name="statements">Who says what in it.</param>
    public static ImmutableArray<Position> Read(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(resolved);
        return resolved.Conflict.Parties.IsEmpty ? [] : Read(document, resolved, statements, PositionModel.BuiltIn);
    }

    internal static ImmutableArray<Position> Read(Document document, ResolvedDocument resolved, ImmutableArray<Statement> statements, PositionModel model)
    {
        var best = new Dictionary<string, (float Margin, Position Position)>(StringComparer.Ordinal);
        var features = new PositionFeatures(document, resolved, statements);
        Span<float> scores = stackalloc float[PositionModel.Stances];
        foreach (var mention in features.Mentions())
        {
            model.Stance.Score(features.Of(mention), scores);
            var stance = LinearWeights.Highest(scores, from: 1);
            var margin = scores[stance] - scores[0];
            if (margin <= 0)
                continue;
            var weight = margin + (features.Whose(mention) == 2 ? OwnWord : 0);
            if (best.TryGetValue(mention.Side, out var before) && before.Margin > weight)
                continue;
            best[mention.Side] = (weight, new Position
            {
                Id = "",
                Confidence = 1 / (1 + Math.Exp(-margin)),
                Party = mention.Side,
                Stance = (Stance)(stance - 1),
                Evidence = Citation.Of(document.Text, Evidence(mention.Token)),
            });
        }

        return [.. best.Values.Select(static own => own.Position).OrderBy(static own => own.Evidence.Start).ThenBy(static own => own.Party, StringComparer.Ordinal)
            .Select(static (own, i) => own with { Id = string.Create(CultureInfo.InvariantCulture, $"p{i + 1}") })];
    }

    /// <summary>The clause in which the word stands.</summary>
    private static Span Evidence(Token token)
    {
        var at = token;
        while (at.Head is { } head && !(at.Upos == UniversalTag.Verb && (at.IsRelated("ccomp") || at.IsRelated("advcl") || at.IsRelated("conj") || at.IsRelated("parataxis"))))
            at = head;
        var span = at.Sentence.SubtreeSpan(at);
        return SideMentions.WithoutMarks(token.Document.Text, span.Start, span.End);
    }
}
