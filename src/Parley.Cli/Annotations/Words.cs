using System.Text;
using Parley.Language;

namespace Parley.Cli.Annotations;

/// <summary>How the code's names are written for others to read.</summary>
internal static class Words
{
    private static readonly string[] s_tags = [.. Enum.GetNames<UniversalTag>().Select(static name => name.ToUpperInvariant())];

    /// <summary>A part of speech as Universal Dependencies writes it: <c>PROPN</c>.</summary>
    public static string Tag(UniversalTag tag) => s_tags[(int)tag];

    /// <summary>A value as TIMEX3 writes its own: <c>LESS_THAN</c>.</summary>
    public static string Code(Enum value) => Parted(value, '_').ToUpperInvariant();

    /// <summary>A value in small letters: <c>organization</c>, <c>less than</c>.</summary>
#pragma warning disable CA1308 // Small letters are what is wanted, not a form to compare by.
    public static string Kind(Enum value) => Parted(value, ' ').ToLowerInvariant();
#pragma warning restore CA1308

    private static string Parted(Enum value, char separator)
    {
        var name = value.ToString();
        var parted = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]))
                parted.Append(separator);
            parted.Append(name[i]);
        }

        return parted.ToString();
    }
}
