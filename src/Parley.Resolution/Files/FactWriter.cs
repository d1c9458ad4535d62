using System.Text;
using Parley.Reports;
using Parley.Resolution.Actors;

namespace Parley.Resolution.Files;

/// <summary>Writes texts and dates by their numbers in two tables, counted from 1; 0 is none.</summary>
internal sealed class FactWriter(Stream stream) : BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)
{
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _dates = [];

    /// <summary>The texts written so far, in the order of their numbers.</summary>
    public IEnumerable<string> Texts => _texts.OrderBy(static pair => pair.Value).Select(static pair => pair.Key);

    /// <summary>The dates written so far, in the order of their numbers: year, month and day as <see cref="FactReader"/> parts them.</summary>
    public int[] Dates => [.. _dates.OrderBy(static pair => pair.Value).Select(static pair => pair.Key)];

    public void WriteNumber(int number) => Write7BitEncodedInt(number);

    public void WriteText(string? text) => WriteNumber(text is null ? 0 : NumberOf(text, _texts));

    public void WriteTexts(ImmutableArray<string> list) => WriteList(list, static (to, text) => to.WriteText(text));

    public void WriteList<T>(IReadOnlyCollection<T> list, Action<FactWriter, T> write)
    {
        WriteNumber(list.Count);
        foreach (var item in list)
            write(this, item);
    }

    public void WriteSpan(DateSpan span)
    {
        WriteDate(span.From);
        WriteDate(span.To);
    }

    /// <summary>Year, month and day in one number, those that are not known 0.</summary>
    private void WriteDate(PartialDate? date) => WriteNumber(date is not { } known ? 0 : NumberOf(
        (known.Year * 13 + (known.Precision >= DatePrecision.Month ? known.FirstDay.Month : 0)) * 32 + (known.Precision >= DatePrecision.Day ? known.FirstDay.Day : 0), _dates));

    private static int NumberOf<T>(T value, Dictionary<T, int> numbers)
        where T : notnull
    {
        if (!numbers.TryGetValue(value, out var number))
            numbers.Add(value, number = numbers.Count + 1);
        return number;
    }
}
