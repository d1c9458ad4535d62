using System.Text;
using AngleSharp.Dom;

namespace Parley.Intake.Pages.Body;

/// <summary>Gathers running text into blocks as elements open and close.</summary>
internal sealed class BlockFlow(List<TreeNode> nodes)
{
    private readonly StringBuilder _text = new();
    private int _links;
    private int _emphases;
    private int _breaks;
    private int _letters;
    private int _linkLetters;
    private int _emphasisLetters;

    /// <summary>The blocks so far.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>An element opens within the node at <paramref name="holder"/>.</summary>
    public void Enter(IElement element, int holder)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            // Two line breaks part paragraphs; one is only a line's end.
            if (++_breaks > 1)
                Flush(holder);
            else
                Space();
        }
        else if (name is "td" or "th" && IsDatum(element))
        {
            Space();
        }
        else if (!Markup.IsPhrasing(name))
        {
            Flush(holder);
        }
        else if (name == "time" && _text.Length > 0 && char.IsLetterOrDigit(_text[^1]))
        {
            // Set apart by its style where no space does it: By Ann RayMay 14.
            Space();
        }

        if (name == "a")
            _links++;
        else if (Markup.IsEmphasis(name))
            _emphases++;
    }

    /// <summary>The element at <paramref name="node"/> closes.</summary>
    public void Leave(IElement element, int node)
    {
        var name = element.LocalName;
        if (name == "a")
            _links--;
        else if (Markup.IsEmphasis(name))
            _emphases--;
        if (name is "td" or "th" && IsDatum(element))
            Space();
        else if (!Markup.IsPhrasing(name) && name != "br")
            Flush(node);
    }

    /// <summary>Text runs on: white space is collapsed as a browser does, no-break spaces stay.</summary>
    public void Add(string text)
    {
        foreach (var c in text)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                Space();
                continue;
            }

            // Soft hyphens, zero-width spaces and byte-order marks are hints to the layout, no part of a word.
            if (c is '\u00ad' or '\u200b' or '\ufeff')
                continue;
            _breaks = 0;
            _text.Append(c);
            if (!char.IsLetterOrDigit(c) && c != '_')
                continue;
            _letters++;
            if (_links > 0)
                _linkLetters++;
            if (_emphases > 0)
                _emphasisLetters++;
        }
    }

    /// <summary>Whether a cell holds one value of a row: one with lines, boxes or tables in it lays out a page.</summary>
    private static bool IsDatum(IElement cell)
    {
        foreach (var child in cell.Children)
        {
            if (child.LocalName == "br" || !Markup.IsPhrasing(child.LocalName))
                return false;
        }

        return true;
    }

    private void Space()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
            _text.Append(' ');
    }

    private void Flush(int node)
    {
        _breaks = 0;
        if (_letters > 0 && node >= 0)
        {
            var text = _text.ToString().Trim(' ', '\u00a0');
            var words = WordCount.Of(text);
            Blocks.Add(new Block(
                text, KindOf(node), node, words,
                (double)_linkLetters / _letters, (double)_emphasisLetters / _letters, Phrases.IsBeside(text, words)));
        }

        _text.Clear();
        _letters = _linkLetters = _emphasisLetters = 0;
    }

    /// <summary>The nearest element that says: a paragraph within a list's entry is an entry, one within a cell a paragraph.</summary>
    private BlockKind KindOf(int node)
    {
        for (var i = node; i >= 0; i = nodes[i].Parent)
        {
            var name = nodes[i].Element.LocalName;
            if (Markup.IsHeading(name))
                return BlockKind.Heading;
            switch (name)
            {
                case "li" or "dd" or "dt":
                    return BlockKind.ListItem;
                case "tr":
                    return BlockKind.Row;
                case "p":
                    return IsEntry(nodes[i].Parent) ? BlockKind.ListItem : BlockKind.Paragraph;
                case "article" or "section" or "main" or "blockquote" or "td" or "th":
                    return BlockKind.Paragraph;
            }
        }

        return BlockKind.Paragraph;
    }

    private bool IsEntry(int node) => node >= 0 && nodes[node].Element.LocalName is "li" or "dd" or "dt";
}
