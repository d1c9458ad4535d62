using System.Globalization;
using System.Text;
using Parley.Language;
using Parley.Language.Coreference;
using Parley.Language.Names;
using Parley.Language.Times;
using Parley.Reports;

namespace Parley.Cli.Annotations;

/// <summary>Writes sentences as trees for a person to read, and under each its names, times and mentions.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns to keep to.</param>
/// <param name="styled">Whether the terminal knows weight and grey.</param>
internal sealed class TreeWriter(TextWriter output, int width, bool styled)
{
    /// <summary>As wide as the longest tag, <c>PROPN</c>.</summary>
    private const int TagWidth = 5;

    private const int MostFormWidth = 24;

    private const int MostSpanWidth = 40;

    /// <summary>A tree is worth little in less, so what follows it may then pass the width.</summary>
    private const int LeastTreeWidth = 12;

    private const string Indent = "          ";

    private const string Bold = "1";

    private const string Grey = "2";

    /// <summary>Writes all sentences of a document, or one.</summary>
    /// <param name="document">What to write.</param>
    /// <param name="title">What to write above it; null for nothing.</param>
    /// <param name="sentence">The sentence's index; null for all.</param>
    public void Write(Document document, string? title, int? sentence)
    {
        if (title is not null)
        {
            output.WriteLine(Styled(Shown(title), Grey));
            output.WriteLine();
        }

        var found = new Findings(document);
        foreach (var one in document.Sentences)
        {
            if (sentence is not null && one.Index != sentence)
                continue;
            Heading(one);
            Tree(one);
            Below(document, found, one.Index);
            output.WriteLine();
        }
    }

    private void Heading(Sentence sentence)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{sentence.Index + 1}.");
        foreach (var line in Cells.Wrap($"{number} {Shown(sentence.Text)}", width))
            output.WriteLine(Styled(line, Bold));
    }

    private void Tree(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var rows = tokens.Select(token => new Row(
            token.Head is { } head ? head.Index - sentence.FirstToken : -1, Shown(token.Text), Words.Tag(token.Upos), Shown(token.Relation))).ToArray();
        var numberWidth = Number(rows.Length).Length;
        var formWidth = Math.Min(MostFormWidth, rows.Max(static row => Cells.Of(row.Form)));
        var others = numberWidth + 1 + formWidth + 2 + TagWidth + 2 + rows.Max(static row => row.Relation.Length);
        var drawing = TreeDrawing.Of([.. rows.Select(static row => row.Head)], Math.Max(LeastTreeWidth, width - others));
        for (var i = 0; i < rows.Length; i++)
        {
            var (head, form, tag, relation) = rows[i];
            var line = new StringBuilder();
            line.Append(Styled($"{Number(i + 1).PadLeft(numberWidth)} {drawing.Lines[i]}", Grey));
            line.Append(Styled(Cells.Fit(form, formWidth), Bold)).Append("  ").Append(tag.PadRight(TagWidth)).Append("  ").Append(relation);
            if (drawing.IsCut(i))
                line.Append(" of ").Append(Number(head + 1));
            output.WriteLine(line.ToString());
        }
    }

    private void Below(Document document, Findings found, int sentence)
    {
        Line("names", found.Names[sentence].Select(name => $"{Short(document, name.Span)} ({Words.Kind(name.Kind)})"));
        Line("times", found.Times[sentence].Select(time =>
            $"{Short(document, time.Span)} = {time.Value ?? "?"}{(time.Modifier == TimeModifier.None ? "" : $" ({Words.Kind(time.Modifier)})")}"));
        Line("mentions", found.Mentions[sentence].Select(mention =>
            $"{Short(document, mention.Span)} → {(mention.Entity is { } entity ? Short(document, found.Referents[entity]) : "?")}"));
    }

    private void Line(string label, IEnumerable<string> parts)
    {
        var first = true;
        foreach (var line in Cells.Wrap(string.Join("; ", parts), Math.Max(20, width - Indent.Length)))
        {
            output.WriteLine(Styled(first ? label.PadRight(Indent.Length) : Indent, Grey) + line);
            first = false;
        }
    }

    private static string Short(Document document, Span span) => Cells.Cut(Shown(span.In(document.Text)), MostSpanWidth);

    /// <summary>A stranger's text, which steers no terminal, wherever this is read.</summary>
    private static string Shown(ReadOnlySpan<char> text) => Terminal.Safe(OneLine.Of(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Styled(string text, string style) => styled ? $"\u001b[{style}m{text}\u001b[0m" : text;

    private sealed record Row(int Head, string Form, string Tag, string Relation);

    /// <summary>What stands below the trees, by the index of the sentence.</summary>
    private sealed class Findings
    {
        public Findings(Document document)
        {
            Names = document.Names.ToLookup(name => SentenceOf(document, name.Span));
            Times = document.Times.ToLookup(time => SentenceOf(document, time.Span));
            // What is new says nothing of its own: only what looks back is told.
            Mentions = document.Mentions.Where(static mention => mention.Antecedent is not null || !mention.IsResolved)
                .ToLookup(mention => SentenceOf(document, mention.Span));
            foreach (var mention in document.Mentions.OrderBy(static mention => mention.Kind != MentionKind.Name))
            {
                if (mention.Entity is { } entity)
                    Referents.TryAdd(entity, mention.Kind == MentionKind.Name ? mention.Head : mention.Span);
            }
        }

        public ILookup<int, Name> Names { get; }

        public ILookup<int, TimeExpression> Times { get; }

        public ILookup<int, Mention> Mentions { get; }

        /// <summary>By what to call each entity: the first name for it, or what it was called first.</summary>
        public Dictionary<int, Span> Referents { get; } = [];

        private static int SentenceOf(Document document, Span span) => document.TokenAt(span.Start)?.Sentence.Index ?? -1;
    }
}
