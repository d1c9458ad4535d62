using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Reports;

/// <summary>
/// Content ids: the first 128 bits of SHA-256 over what was published (address, outlet, title,
/// byline, moment, text), each field preceded by its length so that no two contents share bytes.
/// Where a copy was found (file, the input's own id) is left out: a report read twice is one report.
/// </summary>
public static class ReportId
{
    /// <summary>The id as 32 lower-case hexadecimal digits.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, report.Url);
        Append(hash, report.Outlet?.Name);
        Append(hash, report.Title);
        Append(hash, report.Published?.ToString());
        AppendLength(hash, report.Byline.Length);
        foreach (var name in report.Byline)
            Append(hash, name);
        Append(hash, report.Text);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static void Append(IncrementalHash hash, string? field)
    {
        // Absent and empty differ, so absent takes a length no text has.
        if (field is null)
        {
            AppendLength(hash, -1);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(field);
        AppendLength(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AppendLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        hash.AppendData(bytes);
    }
}
