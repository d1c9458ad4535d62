using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using Parley.Reports.Data;

namespace Parley.Intake.Pages.Metadata;

/// <summary>Reads the zone that follows a time of day: <c>Z</c>, <c>+0300</c>, <c>(GMT+3)</c>, or a name that stands for one offset.</summary>
internal static partial class Zones
{
    /// <summary>How far after a time its zone may end.</summary>
    private const int Reach = 16;

    private static readonly FrozenDictionary<string, Offset> s_named = WordList.Load(typeof(Zones).Assembly, "Pages.zones.tsv").ToFrozenDictionary(
        row => row[0],
        row => OffsetPattern.CreateWithInvariantCulture("+HH:mm").Parse(row[1]).Value,
        StringComparer.Ordinal);

    /// <summary>The offset that stands at <paramref name="at"/>, and where it ends; null where none does or its name is unsure.</summary>
    public static (Offset? Offset, int End) At(string text, int at)
    {
        var match = Zone().Match(text, at, Math.Min(Reach, text.Length - at));
        if (!match.Success || match.Index != at)
            return (null, at);
        var end = match.Index + match.Length;
        var name = match.Groups["name"];
        if (match.Groups["hours"] is { Success: true } hours && (!name.Success || name.Value is "GMT" or "UTC"))
        {
            var minutes = match.Groups["minutes"] is { Success: true } held ? Number(held) : 0;
            var total = (Number(hours) * 60) + minutes;
            return total > 18 * 60 || minutes > 59
                ? (null, at)
                : (Offset.FromSeconds((match.Groups["sign"].ValueSpan[0] == '+' ? 1 : -1) * total * 60), end);
        }

        return name.Success && s_named.TryGetValue(name.Value, out var offset) ? (offset, end) : (null, at);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // Names are capitals: "est" and "west" are words of other languages. U+2212 is the minus sign.
    [GeneratedRegex(
        @"[ \u00a0,]{0,2}[(\[]?((?<name>[A-Z]{1,4})\b[ ]?)?((?<sign>[+\-\u2212])(?<hours>\d{1,2}):?(?<minutes>\d{2})?)?[)\]]?",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Zone();
}
