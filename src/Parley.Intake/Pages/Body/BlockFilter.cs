using Parley.Intake.Bylines;

namespace Parley.Intake.Pages.Body;

/// <summary>Drops, among the blocks of an article's element, those that are no part of its text.</summary>
internal static class BlockFilter
{
    /// <summary>Words of prose before which no comments begin.</summary>
    private const double ShortArticle = 60;

    /// <summary>The blocks to keep, in order.</summary>
    /// <param name="blocks">The blocks of the article's element, in order.</param>
    /// <param name="title">The headline, which is told apart from the text; null where unknown.</param>
    public static List<Block> Keep(IReadOnlyList<Block> blocks, string? title)
    {
        var keep = new bool[blocks.Count];
        for (var i = 0; i < keep.Length; i++)
            keep[i] = !IsLink(blocks[i]) && !blocks[i].IsSetLine && !Phrases.IsNote(blocks[i].Text, blocks[i].Words, keep.Length - 1 - i);

        // A time under a teaser is the teaser's.
        for (var i = 1; i < keep.Length; i++)
            keep[i] &= keep[i - 1] || !IsStamp(blocks[i]);

        // Comments that nothing else tells apart begin at their heading, and run to the end.
        var prose = 0.0;
        for (var i = 0; i < keep.Length; i++)
        {
            if (prose >= ShortArticle && Phrases.OpensComments(blocks[i].Text, blocks[i].Words))
            {
                Array.Fill(keep, false, i, keep.Length - i);
                break;
            }

            prose += Prose.Weight(blocks[i]);
        }

        // What opens with the headline's own words, before any prose, is the headline.
        for (var i = 0; i < keep.Length && Prose.Weight(blocks[i]) < 20; i++)
        {
            if (title is not null && Same(blocks[i].Text, title))
                keep[i] = false;
        }

        // A day and a writer's name stand between the headline and the text.
        for (var i = 0; i < keep.Length && Prose.Weight(blocks[i]) == 0; i++)
            keep[i] &= !IsDayOrByline(blocks[i]);

        DropLeadsToNothing(blocks, keep);
        return [.. blocks.Where((_, i) => keep[i])];
    }

    /// <summary>A heading, or a line that ends with a colon, goes with what it leads to.</summary>
    private static void DropLeadsToNothing(IReadOnlyList<Block> blocks, bool[] keep)
    {
        var anything = false;
        var dropped = false;
        for (var i = keep.Length - 1; i >= 0; i--)
        {
            if (!keep[i])
            {
                dropped = true;
                continue;
            }

            var leads = blocks[i].Kind == BlockKind.Heading || (blocks[i].Words <= 12 && blocks[i].Text[^1] is ':' or '…');
            if (leads && (dropped || !anything))
            {
                keep[i] = false;
                continue;
            }

            dropped = false;
            anything = true;
        }
    }

    private static bool IsLink(Block block) => block.LinkShare > 0.8 && !block.EndsSentence;

    /// <summary>Whether it is no more than a day and a time.</summary>
    private static bool IsStamp(Block block) => block.Words <= 6 && !block.EndsSentence
        && block.Text.Contains(':', StringComparison.Ordinal) && block.Text.Count(char.IsAsciiDigit) >= 3;

    private static bool IsDayOrByline(Block block) => block.Kind == BlockKind.Paragraph && block.Words <= 8 && !block.EndsSentence
        && (block.Text.Count(char.IsAsciiDigit) >= 5 || BylineReader.OpensByline(block.Text));

    private static bool Same(string text, string title) =>
        text.Equals(title, StringComparison.OrdinalIgnoreCase);
}
