using System.Globalization;
using Parley.Language.Times.Lexicon;

namespace Parley.Language.Times.Grammar;

/// <summary>How many of a unit: a number, or some that nobody counted.</summary>
internal readonly record struct Amount(decimal Value, bool IsVague)
{
    public static Amount Some { get; } = new(0, true);

    /// <summary>Whether it is a whole number that a calendar can be counted by.</summary>
    public bool IsWhole => !IsVague && Value == decimal.Truncate(Value) && Value < 100_000;

    /// <summary>The TIMEX3 value of so many <paramref name="unit"/>s: <c>P2W</c>, <c>PT24H</c>, <c>PXD</c>.</summary>
    public string ToTimex(TimeUnit unit) => "P" + ToPart(unit);

    /// <summary>The value without its first letter, to follow another's: the <c>3M</c> of <c>P2Y3M</c>.</summary>
    public string ToPart(TimeUnit unit)
    {
        // Halves are told in the unit below where that is even: half an hour is thirty minutes.
        var (value, code) = unit switch
        {
            TimeUnit.Second => (Value, "S"),
            TimeUnit.Minute => (Value, "M"),
            TimeUnit.Hour when Value == 0.5m => (30, "M"),
            TimeUnit.Hour => (Value, "H"),
            TimeUnit.Day when Value == 0.5m => (12, "H"),
            TimeUnit.Day => (Value, "D"),
            TimeUnit.Weekend => (Value, "WE"),
            TimeUnit.Week => (Value, "W"),
            TimeUnit.Fortnight => (Value * 2, "W"),
            TimeUnit.Month => (Value, "M"),
            TimeUnit.Quarter => (Value * 3, "M"),
            TimeUnit.Year when Value == 0.5m => (6, "M"),
            TimeUnit.Year => (Value, "Y"),
            TimeUnit.Decade when Value == 0.5m => (5, "Y"),
            TimeUnit.Decade => (Value, "DE"),
            _ when Value == 0.5m => (50, "Y"),
            _ => (Value, "CE"),
        };
        var clock = unit <= TimeUnit.Hour || (unit == TimeUnit.Day && Value == 0.5m) ? "T" : "";
        var number = IsVague ? "X" : (value / 1.0000000000m).ToString("0.######", CultureInfo.InvariantCulture);
        return clock + number + code;
    }
}
