using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Parley.Reports;

namespace Parley.Train.Affiliations;

/// <summary>A report with its mentions of actors marked.</summary>
/// <param name="Id">Its name in the table.</param>
/// <param name="Date">The report's date.</param>
/// <param name="Text">The report, without marks.</param>
/// <param name="Mentions">Each mention and whom it speaks for; empty for nobody.</param>
internal sealed partial record MarkedMentions(string Id, LocalDate Date, string Text, ImmutableArray<(Span Span, string Actor)> Mentions)
{
    /// <summary>Reads a table: id, date, and the text with its marks (<c>[[his office=>Kenya]]</c>); paragraphs are parted by <c>¶</c>.</summary>
    /// <exception cref="InvalidDataException">A line has not three fields.</exception>
    public static IEnumerable<MarkedMentions> Read(string path)
    {
        foreach (var line in File.ReadLines(path))
        {
            if (line.Split('\t') is not [var id, var date, var marked])
                throw new InvalidDataException($"{path}: a line of three fields was expected: {line}");
            var text = new StringBuilder();
            var mentions = ImmutableArray.CreateBuilder<(Span, string)>();
            var at = 0;
            marked = marked.Replace(" ¶ ", "\n\n", StringComparison.Ordinal);
            foreach (Match mark in Mark().Matches(marked))
            {
                text.Append(marked, at, mark.Index - at);
                var mention = mark.Groups[1].Value.TrimEnd(',');
                mentions.Add((new Span(text.Length, text.Length + mention.Length), mark.Groups[2].Value));
                text.Append(mark.Groups[1].Value);
                at = mark.Index + mark.Length;
            }

            yield return new MarkedMentions(id, LocalDatePattern.Iso.Parse(date).Value, text.Append(marked, at, marked.Length - at).ToString(), mentions.ToImmutable());
        }
    }

    [GeneratedRegex(@"\[\[([^\[\]]*?)=>([^\[\]]*?)\]\]")]
    private static partial Regex Mark();
}
