using System.Globalization;
using System.Text;

namespace Parley.Intake.Fetching;

/// <summary>One path pattern of a robots.txt: <c>*</c> stands for anything, a final <c>$</c> for the end (RFC 9309, 2.2.3).</summary>
internal sealed class RobotsPattern
{
    private readonly string[] _pieces;
    private readonly bool _toTheEnd;

    public RobotsPattern(string pattern, bool allows)
    {
        var normal = Normalise(pattern);
        Length = normal.Length;
        Allows = allows;
        _toTheEnd = normal.EndsWith('$');
        _pieces = (_toTheEnd ? normal[..^1] : normal).Split('*');
    }

    /// <summary>Its octets, by which the most specific pattern is found.</summary>
    public int Length { get; }

    /// <summary>Whether it is an Allow line.</summary>
    public bool Allows { get; }

    /// <summary>
    /// Whether it matches a normalised path, from its start. Takes time linear in the path for each piece, whatever the
    /// pattern.
    /// </summary>
    public bool Matches(string path)
    {
        if (!path.StartsWith(_pieces[0], StringComparison.Ordinal))
            return false;
        var at = _pieces[0].Length;
        if (_pieces.Length == 1)
            return !_toTheEnd || at == path.Length;

        // Leftmost is always right: what a star has not used is left to the next one.
        var middle = _toTheEnd ? _pieces.Length - 1 : _pieces.Length;
        for (var i = 1; i < middle; i++)
        {
            var found = path.IndexOf(_pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + _pieces[i].Length;
        }

        return !_toTheEnd || (path.Length - at >= _pieces[^1].Length && path.EndsWith(_pieces[^1], StringComparison.Ordinal));
    }

    /// <summary>
    /// One spelling for each path: beyond ASCII percent-encoded as UTF-8, unreserved characters (RFC 3986, 2.3) as
    /// themselves, hex digits in upper case.
    /// </summary>
    public static string Normalise(string path)
    {
        var normal = new StringBuilder(path.Length);
        Span<byte> octets = stackalloc byte[4];
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length
                && byte.TryParse(path.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet))
            {
                if (char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '-' or '.' or '_' or '~')
                    normal.Append((char)octet);
                else
                    normal.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
                i += 2;
            }
            else if (char.IsAscii(path[i]))
            {
                normal.Append(path[i]);
            }
            else
            {
                Rune.DecodeFromUtf16(path.AsSpan(i), out var rune, out var units);
                foreach (var b in octets[..rune.EncodeToUtf8(octets)])
                    normal.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
                i += units - 1;
            }
        }

        return normal.ToString();
    }
}
