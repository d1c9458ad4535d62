using System.Globalization;
using Parley.Language.Names;

namespace Parley.Train.Names;

/// <summary>Counts, by type, the names that are right, found and wanted.</summary>
internal sealed class NameCounts
{
    private readonly SortedDictionary<string, (int Right, int Found, int Gold)> _counts = new(StringComparer.Ordinal);

    /// <summary>
    /// The type of the measured corpora, which have one for places and what is built on them; groups, events and roles are not theirs.
    /// </summary>
    public static string? TypeOf(NameKind kind) => kind switch
    {
        NameKind.Person => "PER",
        NameKind.Organization => "ORG",
        NameKind.Place or NameKind.Facility => "LOC",
        _ => null,
    };

    /// <summary>Adds the names of a text.</summary>
    public void Add<T>(HashSet<T> found, HashSet<T> expected, Func<T, string> typeOf)
    {
        foreach (var type in found.Concat(expected).Select(typeOf).Distinct())
        {
            var (right, all, wanted) = _counts.GetValueOrDefault(type);
            _counts[type] = (right + found.Count(mention => typeOf(mention) == type && expected.Contains(mention)),
                all + found.Count(mention => typeOf(mention) == type), wanted + expected.Count(mention => typeOf(mention) == type));
        }
    }

    /// <summary>Precision, recall and F1 by type, and over <paramref name="overall"/> together.</summary>
    public void Report(params ReadOnlySpan<string> overall)
    {
        var (right, found, gold) = (0, 0, 0);
        foreach (var (type, count) in _counts)
        {
            Print(type, count.Right, count.Found, count.Gold);
            if (overall.Contains(type))
                (right, found, gold) = (right + count.Right, found + count.Found, gold + count.Gold);
        }

        Print(string.Join('+', overall!), right, found, gold);
    }

    private static void Print(string type, int right, int found, int gold)
    {
        var (precision, recall) = (right / Math.Max(1.0, found), right / Math.Max(1.0, gold));
        var f1 = right == 0 ? 0 : 2 * precision * recall / (precision + recall);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{type,-12} P {precision:0.000}  R {recall:0.000}  F1 {f1:0.000}  ({right} of {gold})"));
    }
}
