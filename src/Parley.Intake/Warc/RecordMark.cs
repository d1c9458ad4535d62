namespace Parley.Intake.Warc;

/// <summary>The line that begins a record: <c>WARC/1.0</c>, <c>WARC/1.1</c>, and other versions should they come.</summary>
internal static class RecordMark
{
    /// <summary>How many bytes are needed to know one: the version and the end of its line.</summary>
    public const int Length = 10;

    /// <summary>Whether <paramref name="bytes"/> begin with one; the end of the line may be cut off.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 8 && bytes.StartsWith("WARC/"u8)
        && char.IsAsciiDigit((char)bytes[5]) && bytes[6] == '.' && char.IsAsciiDigit((char)bytes[7])
        && (bytes.Length == 8 || bytes[8] is (byte)'\r' or (byte)'\n');

    /// <summary>Where the first one at a line's start stands; -1 where there is none.</summary>
    public static int Find(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; ;)
        {
            var next = bytes[at..].IndexOf("\nWARC/"u8);
            if (next < 0)
                return -1;
            at += next + 1;
            if (bytes.Length > at + 8 && IsAt(bytes[at..]))
                return at;
        }
    }
}
