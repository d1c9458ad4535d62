using System.Buffers;

namespace Parley.Intake.Pages.Body;

/// <summary>What a block of text is on its page.</summary>
internal enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary><c>h1</c> to <c>h6</c>.</summary>
    Heading,

    /// <summary>An entry of a list.</summary>
    ListItem,

    /// <summary>A row of a table.</summary>
    Row,
}

/// <summary>Text between two breaks of a page's flow: a paragraph, a heading, a list's entry, a table's row.</summary>
/// <param name="Text">Its text, white space collapsed, no-break spaces kept; never blank.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The place in <see cref="PageTree.Nodes"/> of the element that holds it.</param>
/// <param name="Words">How many words it has.</param>
/// <param name="LinkShare">The part of its letters that are in links, 0 to 1.</param>
/// <param name="EmphasisShare">The part of its letters that are set off by <c>em</c>, <c>strong</c> and their like, 0 to 1.</param>
/// <param name="IsSetLine">Whether it reads like a line that pages set between paragraphs: <c>Read more: …</c></param>
internal sealed record Block(string Text, BlockKind Kind, int Node, int Words, double LinkShare, double EmphasisShare, bool IsSetLine)
{
    // Full stops, question and exclamation marks of all scripts that have their own: Latin, Arabic, Urdu, Indic, Armenian, Chinese, Khmer, Burmese, Ethiopic.
    private static readonly SearchValues<char> s_ends = SearchValues.Create(".!?…:;؟؛۔।॥։。．｡！？：；።၊။។");

    /// <summary>Whether it ends as sentences do, a closing quote or bracket aside.</summary>
    public bool EndsSentence
    {
        get
        {
            var end = Text.AsSpan().TrimEnd("\"'”’“»›«)]」』）】]\u00a0\u3000 ");
            return end.Length > 0 && s_ends.Contains(end[^1]);
        }
    }
}
